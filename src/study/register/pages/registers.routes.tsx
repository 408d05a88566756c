import { z } from "zod";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { checkMultipartToken } from "../../../platform/http/multipartToken.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { uploadKeyOf } from "../../../platform/http/requestKey.ts";
import { action, file, own, page } from "../../../trust/access/route.ts";
import { sayFileFault } from "../register.texts.ts";
import { dropRegister, offerRegister, readRegisterFile, readRegisterHome, takeRegister, writeRefused } from "../server/importRegister.ts";
import { RegisterFilePage } from "./RegisterFilePage.tsx";
import { registersAddress, RegistersPage } from "./RegistersPage.tsx";

const largestFile = 2 * 1024 * 1024;
const uuid = z.uuid();
const seen = z.object({ version: z.coerce.number().int().positive() });
const fileHref = (id: string): string => `${registersAddress}/${id}`;

function idOf(id: string): string {
  if (!uuid.safeParse(id).success) throw new NotFound();
  return id;
}

/** Where a press on a file that is not there ends: the neutral page. */
function found<Outcome extends { code: string }>(outcome: Outcome): Exclude<Outcome, { code: "not-visible" }> {
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome as Exclude<Outcome, { code: "not-visible" }>;
}

/** Register data from a file, by pseudonym: offered, looked at, and then taken over or not. */
export const registerDataRoutes = [
  page(registersAddress, {
    may: "role:research_desk",
    trail: "register.read",
    load: (actor) => readRegisterHome(actor),
    show: (home) => <RegistersPage home={home} error={null} />,
  }),
  own(registersAddress, {
    may: "role:research_desk",
    trail: ["register.offered", "register.read"],
    method: "POST",
    takesFile: true,
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const sent = await request.file({ limits: { fileSize: largestFile, files: 1 } });
      if (sent) await checkMultipartToken(request, reply, sent);
      const content = sent ? await sent.toBuffer().catch(() => null) : null;
      const again = async (error: string) =>
        showPage(request, reply.code(422), <RegistersPage home={await readRegisterHome({ ...actor, requestKey: null })} error={error} />);
      if (!sent || content === null || content.length === 0) return again("Kies een bestand van hooguit 2 MB dat niet leeg is.");
      const outcome = await offerRegister({ ...actor, requestKey: uploadKeyOf(actor, request.url, sent, content) }, content);
      if (outcome.code === "file-fault") return again(sayFileFault(outcome.fault));
      return goTo(reply, {
        to: fileHref(outcome.id),
        notice: outcome.known
          ? { tone: "info", text: "Dit bestand was er al. Er is niets veranderd." }
          : { tone: "info", text: "Het bestand is nagekeken. Er is nog niets overgenomen." },
      });
    },
  }),
  page(`${registersAddress}/:register`, {
    may: "role:research_desk",
    trail: "register.read",
    load: async (actor, { register }) => (uuid.safeParse(register).success ? readRegisterFile(actor, register) : null),
    show: (data) => <RegisterFilePage file={data} />,
  }),
  file(`${registersAddress}/:register/geweigerd.csv`, {
    may: "role:research_desk",
    trail: "register.read",
    load: async (actor, { register }) => {
      const body = uuid.safeParse(register).success ? await writeRefused(actor, register) : null;
      return body === null ? null : { name: "geweigerde-regels.csv", type: "text/csv; charset=utf-8", body };
    },
  }),
  action(`${registersAddress}/:register/overnemen`, {
    may: "role:research_desk",
    trail: "register.lines-taken",
    body: seen,
    run: async (actor, { register }, { version }) => found(await takeRegister(actor, { id: idOf(register), version })),
    done: ({ written }, { register }) => ({
      to: fileHref(register),
      notice: {
        text:
          written === 0 ? "Alles was al bekend. Er is niets veranderd." : `Overgenomen: ${written} ${written === 1 ? "regel" : "regels"}.`,
      },
    }),
    refused: (refusal, { register }) => ({
      to: fileHref(register),
      notice: {
        tone: "late",
        text:
          refusal.code === "changed-meanwhile"
            ? "Er is niets overgenomen: sinds het nakijken mag niet elke regel meer. Kijk hieronder en neem dan de rest over."
            : refusal.code === "nothing-to-take"
              ? "Geen enkele regel kan worden overgenomen."
              : "Over dit bestand is al besloten.",
      },
    }),
  }),
  action(`${registersAddress}/:register/weg`, {
    may: "role:research_desk",
    trail: "register.dropped",
    body: seen,
    run: async (actor, { register }, { version }) => found(await dropRegister(actor, { id: idOf(register), version })),
    done: () => ({ to: registersAddress, notice: { tone: "info", text: "Het bestand is niet overgenomen." } }),
    refused: () => ({ to: registersAddress, notice: { tone: "late", text: "Over dit bestand is al besloten." } }),
  }),
];
