import { sql } from "kysely";
import { pool } from "../../../platform/db/pool.ts";
export const save = () => [sql, pool];
