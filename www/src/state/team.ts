import type { TriageOptions } from "hotcold";

const HOUR = 3_600_000;
const DAY = [["08:00", "20:00"]] as const;
const PROMISE = { urgent: 2 * HOUR, high: 8 * HOUR, normal: 20 * HOUR, low: 36 * HOUR };
const CHANNELS = ["default", "email", "chat", "twitter", "instagram", "facebook", "whatsapp", "sms"] as const;

/** The team of the sample inbox: its names, when it works, and how fast it wants to answer in those hours. */
export const team: Pick<TriageOptions, "brand" | "calendar" | "targets"> = {
  brand: { names: ["Nordlys"], handles: ["@nordlys"] },
  calendar: {
    timeZone: "Europe/Oslo",
    hours: { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY, saturday: [["10:00", "18:00"]] },
  },
  targets: Object.fromEntries(CHANNELS.map((channel) => [channel, PROMISE])),
};
