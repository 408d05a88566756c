import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Alert } from "../../design/Alert.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { Page } from "../../design/Page.tsx";
import { isDatabaseAway } from "../db/isDatabaseAway.ts";
import { databaseCode } from "../db/retryConflicts.ts";
import { SignedOut } from "../db/withActor.ts";
import { showPage } from "./mount.ts";
import { NotAllowed, NotFound, NotSignedIn } from "./problems.ts";

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const notFound: Problem = { status: 404, title: "Niet gevonden", text: "Deze pagina bestaat niet, of u mag haar niet zien." };
const notAllowed: Problem = { status: 403, title: "Niet voor uw rol", text: "Met uw rol kunt u deze pagina niet gebruiken." };
const oldForm: Problem = {
  status: 403,
  title: "Dit formulier is verlopen",
  text: "Ga terug, vernieuw de pagina en stuur het opnieuw. Er is niets opgeslagen.",
};
const tooLarge: Problem = { status: 413, title: "Te groot", text: "Wat u stuurde is te groot. Er is niets opgeslagen." };
const tooMany: Problem = {
  status: 429,
  title: "Even geduld",
  text: "Er kwam te veel tegelijk van uw adres. Probeer het over een minuut opnieuw.",
};
const away: Problem = {
  status: 503,
  title: "Even niet bereikbaar",
  text: "De gegevens zijn even niet bereikbaar. Er is niets half opgeslagen. Probeer het zo opnieuw.",
};
const fault: Problem = { status: 500, title: "Er ging iets mis", text: "Dat ligt aan ons, niet aan u. Er is niets half opgeslagen." };

/** Every fault ends in one plain page without details; what may be logged is logged. */
export function answerProblems(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) => show(request, reply, notFound));
  server.setErrorHandler((error: Error, request, reply) => {
    if (error instanceof NotSignedIn || error instanceof SignedOut) return toSignIn(request, reply);
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error, req: request }, "request failed");
    return show(request, reply, problem);
  });
}

function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const back = request.method === "GET" ? `?naar=${encodeURIComponent(request.url)}` : "";
  return reply.redirect(`/aanmelden${back}`, 303);
}

function problemOf(error: Error & { statusCode?: number }): Problem {
  const code = databaseCode(error) ?? "";
  if (error instanceof NotFound || ["42501", "22P02", "22021", "22003"].includes(code)) return notFound; // not yours; no id; a null byte where an id belongs; a version that no record has
  if (error instanceof NotAllowed) return notAllowed;
  if (code.startsWith("FST_CSRF") || error.statusCode === 403) return oldForm;
  if (error.statusCode === 413) return tooLarge;
  if (error.statusCode === 429) return tooMany;
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { ...fault, status: error.statusCode, title: "Dat lukte niet", text: "De vraag was niet te begrijpen. Er is niets opgeslagen." };
  return isDatabaseAway(error) ? away : fault;
}

function show(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const own = request.server.site.ownProblem(request.url.split("?")[0] ?? "/", problem.status);
  if (own) return showPage(request, reply.code(problem.status), own.element, own.language);
  return showPage(
    request,
    reply.code(problem.status),
    <Page title={problem.title} width="narrow">
      <Alert title={problem.text} tone={problem.status >= 500 ? "late" : "info"}>
        {problem.status >= 500
          ? `Blijft het zo? Noem bij de helpdesk dit nummer: ${request.id}`
          : "Klopt het adres volgens u wel? Vraag een collega van het gezin of zij u toegang kan geven."}
      </Alert>
      <LinkButton href="/werk">Naar mijn werk</LinkButton>
    </Page>,
  );
}
