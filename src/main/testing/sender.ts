import type { FastifyInstance } from "fastify";
import type { Actor } from "../../platform/db/actor.ts";
import type { Fields } from "./everyAddress.ts";

/** What the server answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** What a person reads, without what differs at each request (tokens, request ids). */
  readonly text: string;
  readonly location: string;
  /** The word for the next page, if any. */
  readonly notice: string;
}

export interface Sender {
  get(url: string): Promise<Answer>;
  /** Sends fields with a valid form token, whatever page they belong to. */
  post(url: string, fields: Fields): Promise<Answer>;
}

/** Sends requests quickly, for who walks every address: one form token for all. */
export async function sender(server: FastifyInstance, actor: Pick<Actor, "token"> | null): Promise<Sender> {
  const cookies = new Map<string, string>(actor ? [["wieg-sessie", actor.token]] : []);
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const first = await server.inject({ url: actor ? "/account" : "/aanmelden", headers: { cookie: cookie() } });
  for (const { name, value } of first.cookies) if (name === "wieg-formulier") cookies.set(name, encodeURIComponent(value));
  const token = /name="_csrf" value="([^"]+)"/.exec(first.payload)?.[1] ?? "";
  const send = async (method: "GET" | "POST", url: string, fields?: Fields): Promise<Answer> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...fields, _csrf: token })) for (const one of [value].flat()) body.append(name, one);
    const answer = await server.inject({
      method,
      url,
      headers: { cookie: cookie(), ...(fields ? { "content-type": "application/x-www-form-urlencoded" } : {}) },
      ...(fields ? { payload: body.toString() } : {}),
    });
    return {
      status: answer.statusCode,
      body: answer.payload,
      text: textOf(answer.payload),
      location: answer.headers.location?.toString() ?? "",
      notice: answer.cookies.find(({ name }) => name === "wieg-melding")?.value ?? "",
    };
  };
  return { get: (url) => send("GET", url), post: (url, fields) => send("POST", url, fields) };
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")
    .replace(/\s+/g, " ")
    .trim();
