import { useEffect, useState, useSyncExternalStore } from "react";
import { Day } from "./Day.tsx";
import { LockScreen } from "./LockScreen.tsx";
import { More } from "./More.tsx";
import { Outbox } from "./Outbox.tsx";
import { currentState, watch } from "./phone.ts";
import { TakeInUse } from "./TakeInUse.tsx";
import { Unplanned } from "./Unplanned.tsx";
import { Visit } from "./Visit.tsx";
import { Wiped } from "./Wiped.tsx";

/** Where she is in the app. No ids in the address: a phone's history tells nobody which families she has. */
export type Place =
  | { readonly at: "day" }
  | { readonly at: "visit"; readonly visitId: string }
  | { readonly at: "unplanned" }
  | { readonly at: "outbox" }
  | { readonly at: "more" };

/** One step deep: the phone's own back button leads to the day. */
function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>({ at: "day" });
  useEffect(() => {
    const back = () => setPlace({ at: "day" });
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = (next: Place) => {
    if (next.at === "day" && history.state === "deeper") return history.back();
    if (next.at !== "day" && history.state !== "deeper") history.pushState("deeper", "");
    setPlace(next);
    scrollTo(0, 0);
  };
  return [place, go];
}

export function App() {
  const state = useSyncExternalStore(watch, currentState);
  const [place, go] = usePlace();
  switch (state.phase) {
    case "starting":
      return null;
    case "new":
      return <TakeInUse />;
    case "wiped":
      return <Wiped why={state.wiped} />;
    case "locked":
      return <LockScreen unsent={state.unsent} />;
    case "open":
      break;
  }
  switch (place.at) {
    case "visit":
      return <Visit key={place.visitId} state={state} visitId={place.visitId} go={go} />;
    case "unplanned":
      return <Unplanned state={state} go={go} />;
    case "outbox":
      return <Outbox state={state} go={go} />;
    case "more":
      return <More state={state} go={go} />;
    case "day":
      return <Day state={state} go={go} />;
  }
}
