import "../../../main/server.ts";
