//! The command line.

use lexopt::{Arg, Parser, ValueExt};

pub const HELP: &str = "\
Reads customers' messages and says: hot or cold, and why.

  hotcold triage [options] [FILE]    messages in (a JSON object or string a line), verdicts out

Options
  --replies FILE    saved replies to suggest from (a JSON array, or an object a line)
  --articles FILE   help-center articles to suggest from
  --rules FILE      rules to apply
  --snapshot FILE   what was learned before
  --now MS          the time for due states, in milliseconds since 1970
  --summary         print the summary instead of the verdicts
  --quiet           no summary after the verdicts
  --help, --version

Without FILE it reads standard input. Bad lines are reported with their number, the rest goes on.
Exit code: 0 all lines judged, 1 some lines bad, 2 nothing could be done.
";

/// What to do.
pub enum Command {
    Help,
    Version,
    Triage(Args),
}

/// How to triage.
#[derive(Default)]
pub struct Args {
    pub input: Option<String>,
    pub replies: Option<String>,
    pub articles: Option<String>,
    pub rules: Option<String>,
    pub snapshot: Option<String>,
    pub now: Option<f64>,
    pub summary: bool,
    pub quiet: bool,
}

impl Args {
    /// Reads the command line; the error is one sentence with the cure.
    pub fn parse(mut parser: Parser) -> Result<Command, lexopt::Error> {
        let mut args = Self::default();
        let mut command = None;
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
                Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
                Arg::Long("replies") => args.replies = Some(parser.value()?.string()?),
                Arg::Long("articles") => args.articles = Some(parser.value()?.string()?),
                Arg::Long("rules") => args.rules = Some(parser.value()?.string()?),
                Arg::Long("snapshot") => args.snapshot = Some(parser.value()?.string()?),
                Arg::Long("now") => args.now = Some(parser.value()?.parse()?),
                Arg::Long("summary") => args.summary = true,
                Arg::Long("quiet") => args.quiet = true,
                Arg::Value(value) if command.is_none() => command = Some(value.string()?),
                Arg::Value(value) if args.input.is_none() => args.input = Some(value.string()?),
                other => return Err(other.unexpected()),
            }
        }
        match command.as_deref() {
            Some("triage") => Ok(Command::Triage(args)),
            Some(other) => Err(format!("no command is called \"{other}\"; see --help").into()),
            None => {
                Err("say what to do, as in `hotcold triage < messages.ndjson`; see --help".into())
            }
        }
    }
}
