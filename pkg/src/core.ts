/** @file What entry points are made of; they share this one file. */
export { TriageError } from "./error.js";
export { responseMetrics } from "./metrics.js";
export { createRemote } from "./remote.js";
export { serve } from "./serve.js";
export { Triage } from "./triage.js";
