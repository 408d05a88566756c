// My work, over HTTP, signed in, with row-level security and the trail on.
import { measure, pageGoals } from "./region/pages.ts";
import { report } from "./report.ts";

report("worklist", pageGoals("my work", await measure(async (server, caseload) => () => server.get(caseload, "/werk"))));
