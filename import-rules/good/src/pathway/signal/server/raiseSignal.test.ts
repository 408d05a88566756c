import { aSignal } from "../testing/aSignal.ts";
aSignal();
