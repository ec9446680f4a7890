//! Points in time and the hours of a week, by the proleptic Gregorian calendar of ISO 8601.

use super::only;
use crate::decimal;
use crate::error::{Error, Result};
use crate::json::Json;

const MINUTE: f64 = 60_000.0;
const DAY_MINUTES: f64 = 1_440.0;

/// The days of the week as conditions name them. 1 January 1970 was a Thursday.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Some hours of some days of the week.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// Indices in [`WEEKDAYS`]; empty for every day.
    weekdays: Vec<usize>,
    /// Minutes of the day.
    from: f64,
    to: f64,
    /// Minutes east of Greenwich.
    offset: f64,
}

impl Window {
    pub(super) fn read(json: &Json) -> Result<Self> {
        only(json, &["type", "weekdays", "from", "to", "utcOffsetMinutes"])?;
        let tests = ["weekdays", "from", "to"];
        if tests.iter().all(|test| json.get(test).is_none()) {
            return Err(Error::argument("must have at least one of weekdays, from, to"));
        }
        let offset = json.optional("utcOffsetMinutes", |value| match value.number()? {
            minutes if minutes.abs() <= DAY_MINUTES => Ok(minutes),
            _ => Err(Error::argument("must be between -1440 and 1440")),
        })?;
        Ok(Self {
            weekdays: json.optional("weekdays", |days| days.each(weekday))?.unwrap_or_default(),
            from: json.optional("from", minutes)?.unwrap_or(0.0),
            to: json.optional("to", minutes)?.unwrap_or(DAY_MINUTES),
            offset: offset.unwrap_or(0.0),
        })
    }

    /// The local weekday (an index in [`WEEKDAYS`]) and minute of the day at an instant.
    fn local(&self, instant: f64) -> (usize, f64) {
        let minutes = libm::floor(instant / MINUTE) + self.offset;
        let day = libm::floor(minutes / DAY_MINUTES);
        let minute = minutes - day * DAY_MINUTES;
        // Euclidean remainder; 1970 started on the fourth day of a week.
        let weekday = day + 3.0 - 7.0 * libm::floor((day + 3.0) / 7.0);
        (weekday as usize, minute)
    }

    /// Whether an instant, in milliseconds since 1970, lies inside.
    pub(super) fn holds(&self, instant: f64) -> bool {
        let (weekday, minute) = self.local(instant);
        let in_day = self.weekdays.is_empty() || self.weekdays.contains(&weekday);
        let in_hours = if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        };
        in_day && in_hours
    }

    /// An instant as the condition sees it: `fri 17:30`.
    pub(super) fn show(&self, instant: f64) -> String {
        let (weekday, minute) = self.local(instant);
        let name = WEEKDAYS.get(weekday).copied().unwrap_or_default();
        let minute = minute as u32;
        format!("{name} {:02}:{:02}", minute / 60, minute % 60)
    }
}

fn weekday(json: &Json) -> Result<usize> {
    let text = json.text()?.to_lowercase();
    WEEKDAYS
        .iter()
        .position(|day| *day == text)
        .ok_or_else(|| Error::argument(format!("must be one of {}", WEEKDAYS.join(", "))))
}

fn minutes(json: &Json) -> Result<f64> {
    json.text()?
        .split_once(':')
        .and_then(|(hour, minute)| clock(hour, minute))
        .ok_or_else(|| Error::argument("must be a time of the day such as \"09:30\""))
}

fn clock(hour: &str, minute: &str) -> Option<f64> {
    let (hour, minute) = (digits(hour, 1..=2)?, digits(minute, 2..=2)?);
    let total = hour * 60.0 + minute;
    (minute < 60.0 && total <= DAY_MINUTES).then_some(total)
}

/// A point in time, in milliseconds since 1970: a number, or text by ISO 8601 (`2024-05-12`,
/// `2024-05-12T17:30Z`, `2024-05-12T17:30:00+09:00`; UTC unless it says otherwise).
pub(super) fn instant(json: &Json) -> Option<f64> {
    match json {
        Json::Number(number) => number.is_finite().then_some(*number),
        Json::Text(text) => iso(text.trim()),
        _ => None,
    }
}

fn iso(text: &str) -> Option<f64> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.splitn(3, '-');
    let year = digits(parts.next()?, 4..=4)?;
    let month = digits(parts.next()?, 2..=2)?;
    let day = digits(parts.next()?, 2..=2)?;
    if !(1.0..=12.0).contains(&month) || !(1.0..=31.0).contains(&day) {
        return None;
    }
    let start = days(year, month, day) * DAY_MINUTES * MINUTE;
    Some(start + time.map_or(Some(0.0), time_of_day)?)
}

fn time_of_day(text: &str) -> Option<f64> {
    let (time, offset) = match text.strip_suffix(['Z', 'z']) {
        Some(time) => (time, 0.0),
        None => match text.rfind(['+', '-']).and_then(|sign| text.split_at_checked(sign)) {
            Some((time, zone)) => {
                let (hour, minute) = zone.get(1..)?.split_once(':')?;
                let minutes = clock(hour, minute)?;
                (time, if zone.starts_with('-') { -minutes } else { minutes })
            }
            None => (text, 0.0),
        },
    };
    let mut parts = time.splitn(3, ':');
    let minutes = clock(parts.next()?, parts.next()?)?;
    let seconds: f64 = parts.next().map_or(Some(0.0), decimal::parse)?;
    let valid = (0.0..61.0).contains(&seconds);
    valid.then_some((minutes - offset) * MINUTE + seconds * 1_000.0)
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<f64> {
    let plain = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| decimal::parse(text)).flatten()
}

/// Days since 1 January 1970. The year starts in March here, so that the leap day is its last.
fn days(year: f64, month: f64, day: f64) -> f64 {
    let year = if month <= 2.0 { year - 1.0 } else { year };
    let month = if month <= 2.0 { month + 9.0 } else { month - 3.0 };
    let leaps = libm::floor(year / 4.0) - libm::floor(year / 100.0) + libm::floor(year / 400.0);
    let before = libm::floor((153.0 * month + 2.0) / 5.0);
    year * 365.0 + leaps + before + day - 1.0 - 719_468.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_become_milliseconds() {
        assert_eq!(iso("1970-01-01"), Some(0.0));
        assert_eq!(iso("2024-02-29T12:00:00Z"), Some(1_709_208_000_000.0));
        assert_eq!(iso("2024-02-29T21:00+09:00"), Some(1_709_208_000_000.0));
        assert_eq!(iso("1969-12-31T23:59:59.500Z"), Some(-500.0));
        assert_eq!(iso("2024-2-29"), None);
        assert_eq!(iso("soon"), None);
    }

    #[test]
    fn windows_may_pass_midnight_and_follow_the_offset() {
        let json: Json = serde_json::from_str(
            r#"{ "type": "time", "weekdays": ["thu"], "from": "22:00", "to": "06:00", "utcOffsetMinutes": 60 }"#,
        )
        .unwrap();
        let window = Window::read(&json).unwrap();
        assert!(window.holds(21.0 * 60.0 * MINUTE));
        assert!(!window.holds(20.0 * 60.0 * MINUTE));
        assert_eq!(window.show(-90.0 * MINUTE), "wed 23:30");
    }
}
