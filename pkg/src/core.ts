export { TriageError, type TriageErrorCode, type TriageErrorDetails } from "./error.js";
export { responseMetrics } from "./metrics.js";
export { Triage } from "./triage.js";
export type * from "./types.js";
