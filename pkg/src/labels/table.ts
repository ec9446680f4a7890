import type { NoiseKind, SignalName } from "../types.js";

/** The codes of reasons, `wording` by which way it speaks. A team's rules bring their own labels. */
type Code =
  | SignalName
  | NoiseKind
  | "urgent_wording"
  | "calm_wording"
  | "past_trouble"
  | "vip"
  | "long_time_customer"
  | "followers"
  | "verified"
  | "waiting"
  | "marked_hot"
  | "marked_cold"
  | "incident";

/** A language's label for each reason. */
export type Labels = Record<Code, string>;
