import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Provider, type AccountClaims, type Configuration } from "oidc-provider";

/** Who signs in at the provider, and how. */
export interface PersonThere {
  readonly sub: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly amr?: readonly string[];
  readonly acr?: string;
}

/** A real identity provider on this machine. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Goes to the address that Wieg sends the browser to, signs in there as this person, and gives the address it sends the browser back to. */
  signIn(address: string, person: PersonThere): Promise<string>;
  close(): Promise<void>;
}

export const testClient = "wieg-test";
const clientSecret = "a-secret-between-the-two-of-them";

export async function anIdentityProvider(returnAddress: string): Promise<IdentityProvider> {
  let person: PersonThere = { sub: "niemand" };
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(
    issuer,
    configuration(returnAddress, () => person),
  );
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith("/interaction/") !== true) return void answer(request, response);
    const { sub, amr, acr } = person;
    const login = { accountId: sub, ...(amr ? { amr: [...amr] } : {}), ...(acr === undefined ? {} : { acr }) };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    clientSecret,
    signIn: async (address, who) => {
      person = who;
      return follow(address, issuer);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function configuration(returnAddress: string, person: () => PersonThere): Configuration {
  return {
    clients: [
      {
        client_id: testClient,
        client_secret: clientSecret,
        redirect_uris: [returnAddress],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    claims: { openid: ["sub", "acr", "amr"], email: ["email", "email_verified"] },
    jwks: {
      keys: [{ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }],
    },
    cookies: { keys: ["a-key-for-tests"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: (): AccountClaims => {
        const { email, emailVerified } = person();
        return {
          sub: id,
          ...(email === undefined ? {} : { email }),
          ...(emailVerified === undefined ? {} : { email_verified: emailVerified }),
        };
      },
    }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (!client || session?.accountId === undefined) return undefined;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  };
}

/** A browser at the provider: follows its redirects with its cookies until one leads elsewhere. */
async function follow(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  while (next.startsWith(issuer)) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`The provider answers ${response.status}: ${await response.text()}`);
    next = new URL(location, next).href;
  }
  return next;
}
