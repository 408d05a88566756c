import type { FastifyInstance } from "fastify";
import type { Actor } from "../../platform/db/actor.ts";
import { newWebServer } from "../webServer.ts";

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came back for one request. */
export interface Shown {
  readonly status: number;
  readonly html: string;
  /** What a person reads: no tags, single spaces. */
  readonly text: string;
  /** Where a 303 sends the browser; empty otherwise. */
  readonly location: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The fields that the form with this address has hidden, `_csrf` and `_key` with them; null when the page has no such form. */
  hidden(action: string): Readonly<Record<string, string>> | null;
}

/** A browser without a script: it keeps cookies and sends a form's hidden fields along, as the page it looks at has them. */
export interface Browser {
  get(url: string): Promise<Shown>;
  /**
   * Sends the form of the page that is shown now. When that page has no form with this address, the address itself is looked at
   * first. `_csrf` is always right, unless `fields` says otherwise: to try ids of other families it needs no form at all.
   */
  post(url: string, fields?: Fields): Promise<Shown>;
  /** Sends the form of the page that is shown now with one file in it, as a browser does: hidden fields first. */
  upload(url: string, file: { field: string; name: string; content: Uint8Array | string }, fields?: Fields): Promise<Shown>;
  /** Sends a form and looks at the page it leads to. */
  submit(url: string, fields?: Fields): Promise<Shown>;
}

/** The whole web server, for tests: with every route, not listening. Close it before the region. */
export const aServer = (): Promise<FastifyInstance> =>
  newWebServer({ secret: "a-secret-for-tests-that-is-long-enough", trustProxy: false, log: false });

/** Someone behind a browser: signed in as this professional, or nobody. */
export function browse(server: FastifyInstance, actor: Pick<Actor, "token"> | null = null): Browser {
  const cookies = new Map<string, string>(actor ? [["wieg-sessie", actor.token]] : []);
  let page: Shown | null = null;

  async function send(
    method: "GET" | "POST",
    url: string,
    payload?: string | Buffer,
    type = "application/x-www-form-urlencoded",
  ): Promise<Shown> {
    const headers: Record<string, string> = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (payload !== undefined) headers["content-type"] = type;
    const response = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    for (const { name, value } of response.cookies)
      if (value === "") cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    return shown(response.statusCode, response.payload, response.headers);
  }
  const browser: Browser = {
    async get(url) {
      page = await send("GET", url);
      return page;
    },
    async post(url, fields = {}) {
      if (!page?.hidden(url)) page = await send("GET", url);
      const hidden = page.hidden(url) ?? { _csrf: tokenIn(page.html) };
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...hidden, ...fields })) for (const one of [value ?? []].flat()) body.append(name, one);
      const answer = await send("POST", url, body.toString());
      if (answer.location === "") page = answer;
      return answer;
    },
    async upload(url, file, fields = {}) {
      if (!page?.hidden(url)) page = await send("GET", url);
      const hidden = page.hidden(url) ?? { _csrf: tokenIn(page.html) };
      const boundary = "a-boundary-between-the-parts";
      const part = (about: string, content: string | Uint8Array) =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${about}\r\n\r\n`),
          Buffer.from(content),
          Buffer.from("\r\n"),
        ]);
      const parts = Object.entries({ ...hidden, ...fields }).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => part(`name="${name}"`, one)),
      );
      const body = [...parts, part(`name="${file.field}"; filename="${file.name}"`, file.content), Buffer.from(`--${boundary}--\r\n`)];
      const answer = await send("POST", url, Buffer.concat(body), `multipart/form-data; boundary=${boundary}`);
      if (answer.location === "") page = answer;
      return answer;
    },
    async submit(url, fields) {
      const answer = await browser.post(url, fields);
      return answer.location === "" ? answer : browser.get(answer.location);
    },
  };
  return browser;
}

function shown(status: number, html: string, headers: Readonly<Record<string, unknown>>): Shown {
  return {
    status,
    html,
    headers,
    text: textOf(html),
    location: typeof headers["location"] === "string" ? headers["location"] : "",
    hidden: (action) => hiddenOf(html, action),
  };
}

function hiddenOf(html: string, action: string): Readonly<Record<string, string>> | null {
  for (const [, tag = "", content = ""] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (attribute(tag, "action") !== action) continue;
    const inputs = [...content.matchAll(/<input\b([^>]*)>/g)]
      .map(([, input = ""]) => input)
      .filter((input) => attribute(input, "type") === "hidden");
    return Object.fromEntries(inputs.map((input) => [attribute(input, "name") ?? "", attribute(input, "value") ?? ""]));
  }
  return null;
}

const tokenIn = (html: string): string => {
  const input = /<input\b[^>]*name="_csrf"[^>]*>/.exec(html)?.[0] ?? "";
  return attribute(input, "value") ?? "";
};

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1] ?? "") : null;
}

const textOf = (html: string): string =>
  decode(
    html
      .replace(/<(?:script|style|title)\b[\s\S]*?<\/(?:script|style|title)>/g, " ")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<[^>]*>/g, " "),
  )
    .replace(/\s+/g, " ")
    .trim();

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};
const decode = (html: string): string => html.replace(/&(?:lt|gt|quot|#x27|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);
