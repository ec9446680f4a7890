/** Names of codes that people read: levels, sources, noise, channels. */

export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** `charged_twice` → `charged twice`, `payment/charged_twice` → `payment: charged twice`. */
export function codeWords(code: string): string {
  return code.replace(/_/g, " ").replace("/", ": ");
}

/** `1 message`, `2 messages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** A signed weight in log-odds: `+1.20`, `−0.40`. */
export function weightWords(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
}

const CHANNELS: Readonly<Record<string, string>> = {
  email: "E-mail",
  chat: "Chat",
  twitter: "X",
  instagram: "Instagram",
  facebook: "Facebook",
  whatsapp: "WhatsApp",
  sms: "SMS",
  phone: "Phone",
};

export function channelName(channel: string | undefined): string {
  return channel === undefined ? "Message" : (CHANNELS[channel] ?? sentenceCase(channel));
}

const NOISE: Readonly<Record<string, string>> = {
  auto_reply: "an automatic reply",
  bounce: "a mail that came back",
  list: "a mailing list",
  spam: "spam",
  gibberish: "no readable text",
  greeting_only: "a greeting and nothing else",
  thanks_only: "thanks and nothing else",
  empty: "an empty message",
};

export function noiseWords(kind: string): string {
  return NOISE[kind] ?? codeWords(kind);
}
