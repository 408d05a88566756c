import { Agent, request } from "node:http";

export interface Pressed {
  readonly status: number;
  /** The sentence that the presser gets to see. */
  readonly told: string;
  /** Milliseconds until she was told, and since the first press of all. */
  readonly waited: number;
  readonly at: number;
}

export interface Presser {
  readonly token: string;
  readonly cookie: string;
  readonly csrf: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
export const hangUp = (): void => agent.destroy();

function ask(
  port: number,
  method: string,
  path: string,
  cookie: string,
  body: string | null,
): Promise<{ status: number; body: string; cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      ...(body === null ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }),
    };
    const sent = request({ host: "127.0.0.1", port, path, method, agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => (text += piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text, cookies: response.headers["set-cookie"] ?? [] }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Opens a page as this midwife, as her browser would: from then on her forms can be sent. */
export async function openPage(port: number, token: string, path: string): Promise<Presser> {
  const page = await ask(port, "GET", path, `wieg-sessie=${token}`, null);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1];
  if (page.status !== 200 || csrf === undefined) throw new Error(`The page ${path} answered ${page.status}.`);
  return { token, csrf, cookie: [`wieg-sessie=${token}`, ...page.cookies.map((one) => one.split(";")[0])].join("; ") };
}

/** Presses a button, such as "geef een plaats" for one family, with what its form holds. */
export async function press(
  port: number,
  { cookie, csrf }: Presser,
  path: string,
  first: number,
  fields: readonly (readonly [name: string, value: string])[] = [],
): Promise<Pressed> {
  const start = performance.now();
  const body = new URLSearchParams([
    ["_csrf", csrf],
    ["_key", crypto.randomUUID()],
    ...fields.map(([name, value]) => [name, value]),
  ]).toString();
  const answer = await ask(port, "POST", path, cookie, body);
  const notice = answer.cookies.find((one) => one.startsWith("wieg-melding=")) ?? "";
  const told = /"text":"([^"]*)"/.exec(decodeURIComponent(notice.split(";")[0] ?? ""))?.[1] ?? "";
  return { status: answer.status, told, waited: performance.now() - start, at: performance.now() - first };
}

/** Looks at a page; how long it took, and what it says. */
export async function look(port: number, { cookie }: Presser, path: string): Promise<{ readonly waited: number; readonly body: string }> {
  const start = performance.now();
  const { status, body } = await ask(port, "GET", path, cookie, null);
  if (status !== 200) throw new Error(`The page ${path} answered ${status}.`);
  return { waited: performance.now() - start, body };
}
