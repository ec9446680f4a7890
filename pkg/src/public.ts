/** @file The types that users name. */
export type { TriageErrorCode, TriageErrorDetails } from "./error.js";
export type { RemoteCallOptions, TriageRemote, TriageWorkerOptions, WorkerLike } from "./remote.js";
export type * from "./types.js";
