export type TrailEvent = "signal.raised";
