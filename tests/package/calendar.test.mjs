// Business hours: due times in open hours, over weekends, lunch, holidays and summer time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Triage } from "hotcold";
import { rejects } from "./helpers.mjs";

const HOUR = 3_600_000;
const targets = { default: { urgent: HOUR, high: HOUR, normal: HOUR, low: HOUR } };
const week = (...spans) => Object.fromEntries(["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, spans]));

/** When a message that came at `received` is due, as an ISO time. */
async function due(calendar, received, target = HOUR) {
  const at = Date.parse(received);
  const levels = { urgent: target, high: target, normal: target, low: target };
  const triage = await Triage.create({ calendar, targets: { default: levels }, now: () => at });
  const verdict = triage.triage({ text: "Where is my parcel?", receivedAt: at });
  return new Date(verdict.due.firstResponseAt).toISOString();
}

const cases = [
  ["Friday evening is continued on Monday", { timeZone: "UTC", hours: week(["09:00", "17:00"]) }, "2026-02-06T16:30Z", "2026-02-09T09:30:00.000Z"],
  ["lunch does not count", { timeZone: "UTC", hours: week(["09:00", "12:00"], ["13:00", "17:00"]) }, "2026-02-06T11:30Z", "2026-02-06T13:30:00.000Z"],
  ["a holiday does not count", { timeZone: "UTC", hours: week(["09:00", "17:00"]), holidays: ["2026-02-09"] }, "2026-02-06T16:30Z", "2026-02-10T09:30:00.000Z"],
  ["hours are those of the zone", { timeZone: "Asia/Kolkata", hours: week(["09:00", "17:00"]) }, "2026-02-05T20:00Z", "2026-02-06T04:30:00.000Z"],
  ["over the start of summer time", { timeZone: "Europe/Athens", hours: week(["09:00", "17:00"]) }, "2026-03-27T14:30Z", "2026-03-30T06:30:00.000Z"],
  ["over its end", { timeZone: "Europe/Athens", hours: week(["09:00", "17:00"]) }, "2026-10-23T13:30Z", "2026-10-26T07:30:00.000Z"],
  ["the night of the skipped hour is an hour shorter", { timeZone: "Europe/Athens", hours: { saturday: [["22:00", "06:00"]], monday: [["09:00", "17:00"]] } }, "2026-03-28T20:00Z", "2026-03-30T07:00:00.000Z", 8 * HOUR],
  ["the night of the repeated hour is an hour longer", { timeZone: "Europe/Athens", hours: { saturday: [["22:00", "06:00"]] } }, "2026-10-24T19:00Z", "2026-10-25T04:00:00.000Z", 9 * HOUR],
  ["opening in the skipped hour", { timeZone: "America/New_York", hours: { sunday: [["02:30", "12:00"]] } }, "2026-03-08T05:00Z", "2026-03-08T08:30:00.000Z"],
  ["a shift over midnight", { timeZone: "UTC", hours: { monday: [["22:00", "02:00"]] } }, "2026-02-09T23:30Z", "2026-02-10T00:30:00.000Z"],
  ["open round the clock", { timeZone: "Pacific/Kiritimati", hours: { ...week(["00:00", "24:00"]), saturday: [["00:00", "24:00"]], sunday: [["00:00", "24:00"]] } }, "2026-02-08T10:30Z", "2026-02-08T11:30:00.000Z"],
  ["overlapping spans count once", { timeZone: "UTC", hours: week(["09:00", "12:00"], ["09:30", "10:00"]) }, "2026-02-09T09:15Z", "2026-02-09T10:15:00.000Z"],
];
for (const [name, calendar, received, expected, target] of cases) {
  test(name, async () => assert.equal(await due(calendar, received, target), expected));
}

test("a calendar that cannot be read names its fault", async () => {
  const faults = [
    [{ timeZone: "Mars/Olympus", hours: week(["09:00", "17:00"]) }, "calendar.timeZone"],
    [{ timeZone: "UTC", hours: {} }, "calendar.hours"],
    [{ timeZone: "UTC", hours: { funday: [["09:00", "17:00"]] } }, "calendar.hours.funday"],
    [{ timeZone: "UTC", hours: { monday: [["09:00", "25:00"]] } }, "calendar.hours.monday[0][1]"],
    [{ timeZone: "UTC", hours: { monday: "09:00-17:00" } }, "calendar.hours.monday"],
    [{ timeZone: "UTC", hours: week(["09:00", "17:00"]), holidays: ["25.12.2026"] }, "calendar.holidays"],
    [{ hours: week(["09:00", "17:00"]) }, "calendar.timeZone"],
    ["nine to five", "calendar"],
  ];
  for (const [calendar, path] of faults) {
    assert.equal((await rejects("INVALID_ARGUMENT", Triage.create({ calendar, targets }))).details.path, path);
  }
});
