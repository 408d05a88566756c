import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, own, page } from "../../access/route.ts";
import {
  askFamilyFile,
  handFamilyFile,
  openFamilyFile,
  readFile,
  readFileForm,
  retryFamilyFile,
  takeFamilyFile,
} from "../server/familyFiles.ts";
import { AskFilePage, FilePage } from "./FilePages.tsx";
import { TakeCodePage, TakeGonePage, TakeKeyPage, TakePage } from "./TakePages.tsx";

const askRoutes = [
  form("/gezinnen/:trajectory/dossier", {
    may: "identity.write",
    trail: ["family-file.asked", "family-file.read"],
    load: (actor, { trajectory }) => readFileForm(actor, trajectory),
    body: z.object({ person: z.uuid("Kies wiens dossier"), language: z.enum(["nl", "en"], "Kies een taal") }),
    show: ({ data, values, errors }, { trajectory }) => (
      <AskFilePage trajectory={trajectory} persons={data.persons} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, typed) => askFamilyFile(actor, trajectory, typed),
    done: ({ file }) => ({ to: `/dossier/${file}` }),
    refused: () => ({ person: "Dit dossier wordt al gemaakt, of ligt klaar. U vindt het op de pagina van dit gezin, bij 'Dossier'." }),
  }),
  page("/dossier/:file", {
    may: "identity.write",
    trail: "family-file.read",
    load: (actor, { file }) => readFile(actor, file),
    show: (file) => <FilePage file={file} />,
  }),
  action("/dossier/:file/opnieuw", {
    may: "identity.write",
    trail: "family-file.asked",
    body: z.object({}),
    run: (actor, { file }) => retryFamilyFile(actor, file),
    done: (_done, { file }) => ({ to: `/dossier/${file}` }),
    refused: (_refusal, { file }) => ({ to: `/dossier/${file}`, notice: { tone: "late", text: "Iemand anders was u net voor." } }),
  }),
  own("/dossier/:file/meegeven", {
    may: "identity.write",
    trail: "family-file.handed",
    method: "POST",
    handle: async (request, reply, actor) => {
      const id = paramOf(request, "file");
      const checked = typed(request, "checked");
      if (checked !== "document" && checked !== "known")
        return goTo(reply, { to: `/dossier/${id}`, notice: { tone: "late", text: "Kies eerst hoe u weet dat zij het is." } });
      const paper = actor && (await handFamilyFile(actor, id, checked));
      if (!paper) throw new NotFound();
      return sendFile(reply, "papier.pdf", "application/pdf", Buffer.from(paper));
    },
  }),
];

const languageOf = (request: FastifyRequest): "nl" | "en" => (/^en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "nl");
const paramOf = (request: FastifyRequest, name: string): string => {
  const value = ((request.params ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
};
const typed = (request: FastifyRequest, name: string): string => {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
};
const codeOf = (request: FastifyRequest): string => typed(request, "code").replace(/\D/g, "");
const gone = (request: FastifyRequest, reply: FastifyReply) =>
  showPage(request, reply.code(404), <TakeGonePage language={languageOf(request)} />, languageOf(request));
const sendFile = (reply: FastifyReply, name: string, type: string, body: Buffer): FastifyReply =>
  reply.header("content-disposition", `attachment; filename="${name}"`).header("cache-control", "no-store").type(type).send(body);

/** She takes it herself, without an account: by the link on her paper and the code that she was told. Each document once. */
const takeRoutes = [
  own("/mijn-dossier", {
    may: "public",
    trail: "family-file.opened",
    method: "GET",
    handle: async (request, reply) => showPage(request, reply, <TakeKeyPage language={languageOf(request)} />, languageOf(request)),
  }),
  own("/mijn-dossier", {
    may: "public",
    trail: "family-file.opened",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const signs = typed(request, "key")
        .toLowerCase()
        .replace(/[^a-z0-9]/g, "");
      return goTo(reply, { to: signs.length === 12 ? `/mijn-dossier/${signs.replace(/(.{4})(?=.)/g, "$1-")}` : "/mijn-dossier" });
    },
  }),
  own("/mijn-dossier/:link", {
    may: "public",
    trail: "family-file.opened",
    method: "GET",
    handle: async (request, reply) =>
      showPage(request, reply, <TakeCodePage token={paramOf(request, "link")} language={languageOf(request)} />, languageOf(request)),
  }),
  own("/mijn-dossier/:link", {
    may: "public",
    trail: "family-file.opened",
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const [token, code] = [paramOf(request, "link"), codeOf(request)];
      const left = await openFamilyFile(origin, token, code);
      return left ? showPage(request, reply, <TakePage token={token} code={code} left={left} />, left.language) : gone(request, reply);
    },
  }),
  own("/mijn-dossier/:link/pdf", {
    may: "public",
    trail: ["family-file.opened", "family-file.taken"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const content = await takeFamilyFile(origin, paramOf(request, "link"), codeOf(request), "pdf");
      return content ? sendFile(reply, "mijn-gegevens.pdf", "application/pdf", content) : gone(request, reply);
    },
  }),
  own("/mijn-dossier/:link/data", {
    may: "public",
    trail: ["family-file.opened", "family-file.taken"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const content = await takeFamilyFile(origin, paramOf(request, "link"), codeOf(request), "data");
      return content ? sendFile(reply, "mijn-gegevens.json", "application/json", content) : gone(request, reply);
    },
  }),
];

export const familyFileRoutes = [...askRoutes, ...takeRoutes];
