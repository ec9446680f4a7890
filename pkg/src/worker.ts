/** @file The worker of `createTriageWorker`: one engine that answers messages, each with its id. */
import { serve } from "./core.js";

serve(globalThis);
