import type { z } from "zod";
import type { Route } from "../../platform/http/route.ts";
import type { Permission } from "../../trust/access/route.ts";
import { routes } from "../routes.ts";

/** One address and method that the server answers. */
export interface Way {
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly may: Permission;
  /** Names of the values in the address. */
  readonly params: readonly string[];
  /** What a form of this address takes; null where it answers by itself or takes nothing. */
  readonly body: z.ZodType | null;
  /** Its first answer is a file. */
  readonly file: boolean;
}

/** Everything the server answers: a new route comes in by itself. */
export const ways: readonly Way[] = routes.flatMap(waysOf);

function waysOf(route: Route<Permission>): readonly Way[] {
  const way = {
    address: route.address,
    may: route.rule.may,
    params: [...route.address.matchAll(/:(\w+)/g)].map(([, name = ""]) => name),
    body: null,
    file: route.kind === "file",
  };
  if (route.kind === "action") return [{ ...way, method: "POST", body: route.action.body }];
  if (route.kind === "own") return [{ ...way, method: route.own.method }];
  if (route.kind === "form")
    return [
      { ...way, method: "GET" },
      { ...way, method: "POST", body: route.form.body },
    ];
  return [{ ...way, method: "GET" }];
}

/** The address with its values filled in, as a browser would send them. */
export const addressOf = (way: Way, values: Readonly<Record<string, string>>): string =>
  way.address.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));

export type Fields = Record<string, string | readonly string[]>;

/** Fields that a form would take, found by offering some and listening to what it says of them; `id` stands wherever it asks for one. */
export function fieldsFor(body: z.ZodType | null, id: string): Fields {
  const fields: Fields = {};
  if (!body) return fields;
  for (let round = 0; round < 12; round += 1) {
    const answer = body.safeParse(fields);
    if (answer.success) break;
    for (const issue of answer.error.issues) {
      const name = String(issue.path[0] ?? "");
      if (name !== "") fields[name] = nextTry(issue, fields[name], id, round);
    }
  }
  return fields;
}

const guesses = [
  "1",
  "2026-01-05",
  "5-1-2026",
  "Een verzonnen zin",
  "nl",
  "yes",
  "ja",
  "done",
  "06 12345678",
  "6411AA",
  "iemand@example.nl",
];

function nextTry(
  issue: z.core.$ZodIssue,
  was: string | readonly string[] | undefined,
  id: string,
  round: number,
): string | readonly string[] {
  if (issue.code === "invalid_value") {
    const value = String(issue.values[0]);
    return issue.path.length > 1 || Array.isArray(was) ? [value] : value;
  }
  if (issue.code === "invalid_format" && issue.format === "uuid") return Array.isArray(was) ? [id] : id;
  if (issue.code === "invalid_type" && issue.expected === "array") return [id];
  if (was === undefined) return id;
  return guesses[round % guesses.length] ?? id;
}
