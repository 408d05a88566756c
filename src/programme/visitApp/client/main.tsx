import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { keepAwake } from "./inactivity.ts";
import { keepUpToDate } from "./newVersion.ts";
import { start } from "./phone.ts";

// A fault in what lies on the phone is told, not hidden behind an empty screen.
const place = document.getElementById("app");
if (place) createRoot(place).render(<App />);
void start();
keepAwake();
keepUpToDate();
