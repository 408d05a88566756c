import { pool } from "../platform/db/pool.ts";
export const late = pool;
