import { boot } from "../state/boot";
import { selected } from "../state/selection";
import { Conversation } from "./conversation";
import { DropZone } from "./drop-zone";
import { Header } from "./header";
import { HelpDialog } from "./help";
import { ImportDialog } from "./import-dialog";
import { IncidentBanner } from "./incident";
import { Lanes } from "./lanes";
import { LiveRegion, ToastBar } from "./toasts";
import { Sidebar } from "./sidebar";
import { Tooltip } from "./tooltip";

export function App() {
  const { value } = boot;
  if (value.state === "failed") return <Failure reason={value.reason} />;
  return (
    <div class="desk" data-open={selected.value !== undefined} aria-busy={value.state === "loading"}>
      <a class="skip" href="#lanes">
        Skip to the messages
      </a>
      <Header />
      <Sidebar />
      <main class="main" id="lanes" tabIndex={-1}>
        <IncidentBanner />
        {value.state === "loading" ? <p class="loading">Reading the inbox…</p> : <Lanes />}
      </main>
      <Conversation />
      <ToastBar />
      <LiveRegion />
      <Tooltip />
      <HelpDialog />
      <ImportDialog />
      <DropZone />
    </div>
  );
}

function Failure({ reason }: { reason: string }) {
  return (
    <main class="failure">
      <div role="alert">
        <h1>The desk could not start</h1>
        <p>{reason}</p>
      </div>
      <button class="button button-primary" type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  );
}
