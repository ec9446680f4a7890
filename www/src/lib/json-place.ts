const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const BLANK = /[ \t\n\r]*/y;

type Expect = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end";

/**
 * Where a text stops being JSON, in UTF-16 code units; its length when it ends too early. Browsers tell the
 * reason of a bad text but not all of them the place. One pass, no recursion.
 */
export function brokenAt(text: string): number {
  const open: ("[" | "{")[] = [];
  let expect: Expect = "value";
  let at = skip(BLANK, text, 0);
  while (at < text.length) {
    const char = text.charAt(at);
    const inside = open.at(-1);
    const wantsEnd = expect === "comma or end" || expect === "value or end" || expect === "key or end";
    if (wantsEnd && inside !== undefined && char === (inside === "[" ? "]" : "}")) {
      open.pop();
      expect = "comma or end";
      at += 1;
    } else if (expect === "comma or end") {
      if (char !== "," || inside === undefined) return at;
      expect = inside === "[" ? "value" : "key";
      at += 1;
    } else if (expect === "colon") {
      if (char !== ":") return at;
      expect = "value";
      at += 1;
    } else if (expect === "key" || expect === "key or end") {
      const end = skip(STRING, text, at);
      if (end === at) return at;
      expect = "colon";
      at = end;
    } else if (char === "[" || char === "{") {
      open.push(char);
      expect = char === "[" ? "value or end" : "key or end";
      at += 1;
    } else {
      const end = skip(char === '"' ? STRING : LITERAL, text, at);
      if (end === at) return at;
      expect = "comma or end";
      at = end;
    }
    at = skip(BLANK, text, at);
  }
  return text.length;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
