/** @file The shapes of everything that goes in and comes out. All of it is plain data. */
export type * from "./types/library.js";
export type * from "./types/message.js";
export type * from "./types/metrics.js";
export type * from "./types/options.js";
export type * from "./types/rules.js";
export type * from "./types/verdict.js";
