import path from "node:path";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { projectRoot } from "../projectRoot.ts";
import { cookieName } from "./cookies.ts";
import { logOptions } from "./log.ts";
import { ownProxies } from "./ownProxy.ts";

/** Turbo puts one style in the page for its progress bar; it is allowed by its hash, and a test notices when Turbo changes it. */
export const turboStyleHash = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

export interface ServerOptions {
  /** Signs cookies and binds form tokens to a session. */
  readonly secret: string;
  /** How many proxies of one's own stand in front and set X-Forwarded-For and -Proto; true is one. */
  readonly trustProxy: boolean | number;
  readonly log: boolean;
  /** Whether people reach Wieg over https: cookies are then sent over nothing else. */
  readonly overHttps?: boolean;
}

/** A server with its guards on and no routes yet. */
export async function newServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: options.log ? logOptions : false,
    trustProxy: options.trustProxy === false ? false : ownProxies(Number(options.trustProxy)),
    bodyLimit: 512 * 1024,
    genReqId: () => crypto.randomUUID(),
    rewriteUrl: ({ url = "/" }) => (isReadable(url) ? url : "/onleesbaar-adres"), // the neutral page, not the framework's own answer
  });
  server.removeAllContentTypeParsers(); // forms alone: no route takes JSON, of which fields may be anything but text
  server.decorateRequest("actor", null);
  server.decorateRequest("guest", null);
  server.decorateRequest("notice", null);
  server.decorate("overHttps", options.overHttps ?? false);
  await server.register(cookie, { secret: options.secret });
  await server.register(helmet, helmetOptions);
  await server.register(csrf, {
    sessionPlugin: "@fastify/cookie",
    cookieKey: cookieName(server, "wieg-formulier"),
    // Lax, not strict: whoever comes from a link in an e-mail keeps the forms that stand open in other tabs.
    cookieOpts: { path: "/", httpOnly: true, sameSite: "lax", secure: server.overHttps, signed: true },
    csrfOpts: { hmacKey: options.secret, userInfo: true },
    getUserInfo: formTokenOwner,
    getToken: (request: FastifyRequest) => (request.body as Record<string, string> | undefined)?.["_csrf"],
  });
  await server.register(formbody, { bodyLimit: 512 * 1024 });
  await server.register(multipart, { limits: { fileSize: 25 * 1024 * 1024, files: 1, fields: 20, fieldSize: 10_000 } });
  await server.register(compress, { threshold: 1024, encodings: ["br", "gzip"], brotliOptions: { params: { 1: 4 } } });
  await server.register(fastifyStatic, {
    root: path.join(projectRoot, "build", "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
    index: false,
    cacheControl: true,
  });
  server.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/assets/")) reply.header("cache-control", "no-store");
    reply.header("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
    if (request.method === "POST") refuseOtherSites(request);
  });
  server.addHook("preHandler", async (request, reply) => {
    if (request.method === "POST" && needsFormToken(request)) await checkFormToken(server, request, reply);
  });
  return server;
}

/** False for an address that can't be decoded, or with a part longer than any of ours. */
function isReadable(url: string): boolean {
  try {
    const path = url.split("?")[0] ?? "";
    decodeURIComponent(path);
    return path.split("/").every((part) => part.length <= 100);
  } catch {
    return false;
  }
}

const helmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", turboStyleHash],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      manifestSrc: ["'self'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: "same-origin" as const },
  xFrameOptions: { action: "deny" as const },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
};

/**
 * Every form of someone who is signed in carries a token, and so do the forms of signing in. Only a route that takes a file along
 * (multipart) looks at the token itself, as soon as it has read it.
 */
function needsFormToken(request: FastifyRequest): boolean {
  const { takesFile = false, formToken = false } = request.routeOptions.config;
  return formToken || (request.actor !== null && !(takesFile && request.isMultipart()));
}

class OtherSite extends Error {
  readonly statusCode = 403;
}

/** A form is only taken from our own pages: browsers say where it was sent from. */
function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new OtherSite("cross-site form");
  const { origin } = request.headers;
  if (origin !== undefined && origin !== "null" && URL.parse(origin)?.host !== request.host) throw new OtherSite("cross-origin form");
}

/** A form's token is good for one sign-in: that of another session, or from before this one, is refused. */
export const formTokenOwner = (request: FastifyRequest): string => request.actor?.token ?? request.guest ?? "nobody";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The handler takes a file, and looks at the form token itself. */
    takesFile?: boolean;
    /** The form token is asked of who is not signed in too. */
    formToken?: boolean;
  }
}

/** The token in the form, bound to this browser. A signed-in POST without it is refused. */
export function checkFormToken(
  server: FastifyInstance,
  request: FastifyRequest,
  reply: Parameters<FastifyInstance["csrfProtection"]>[1],
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.csrfProtection(request, reply, (error?: Error) => (error ? reject(error) : resolve()));
  });
}
