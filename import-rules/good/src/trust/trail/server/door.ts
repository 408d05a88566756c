import type { TrailEvent } from "../trail.ts";
export const write = (event: TrailEvent): TrailEvent => event;
