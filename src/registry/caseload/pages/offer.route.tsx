import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../../../platform/db/actor.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { checkMultipartToken } from "../../../platform/http/multipartToken.ts";
import { NotSignedIn } from "../../../platform/http/problems.ts";
import { uploadKeyOf } from "../../../platform/http/requestKey.ts";
import { own } from "../../../trust/access/route.ts";
import { sayFileRefusal } from "../caseload.texts.ts";
import { largestUpload, offerCaseload, type OfferRefusal } from "../server/offerCaseload.ts";
import { readUploads } from "../server/readUpload.ts";
import { addressOf } from "./addresses.ts";
import { OfferPage } from "./OfferPage.tsx";

const tooLarge = `Het bestand is groter dan ${largestUpload} MB. Splits het in delen.`;
const brokenOff = "Het versturen brak af. Er is niets opgeslagen. Probeer het opnieuw.";
const nothingChosen = "Kies eerst een bestand.";

/** Receiving a file: as a whole or not at all. The form's token is checked before a byte of the file is read. */
export const offerRoute = own(addressOf.offer, {
  may: "identity.write",
  trail: ["caseload.offered", "caseload.read"],
  method: "POST",
  takesFile: true,
  handle: async (request, reply, actor) => {
    if (!actor) throw new NotSignedIn();
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: largestUpload * 1024 * 1024, files: 1 } }) : undefined;
    if (!part) return refuse(request, reply, actor, nothingChosen);
    await checkMultipartToken(request, reply, part);
    const content = await receive(part);
    if (content === "too-large") return refuse(request, reply, actor, tooLarge);
    if (content === "broken-off") return refuse(request, reply, actor, brokenOff);
    if (part.filename === "" && content.length === 0) return refuse(request, reply, actor, nothingChosen);
    const outcome = await offerCaseload(
      { ...actor, requestKey: uploadKeyOf(actor, request.url, part, content) },
      { name: part.filename, content },
    );
    if (outcome.code !== "done") return refuse(request, reply, actor, sayOffer(outcome));
    return goTo(reply, { to: addressOf.upload(outcome.uploadId), notice: { text: "Het bestand is ontvangen." } });
  },
});

/** The whole file. Where it is too large the rest is read over; where the sending breaks off there is nothing. */
async function receive(part: MultipartFile): Promise<Buffer | "too-large" | "broken-off"> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of part.file as AsyncIterable<Buffer>) if (!part.file.truncated) pieces.push(piece);
  } catch {
    return "broken-off";
  }
  return part.file.truncated ? "too-large" : Buffer.concat(pieces);
}

async function refuse(request: FastifyRequest, reply: FastifyReply, actor: Actor, sentence: string): Promise<FastifyReply> {
  return showPage(
    request,
    reply.code(422),
    <OfferPage uploads={await readUploads({ ...actor, requestKey: null })} errors={{ bestand: sentence }} />,
  );
}

const sayOffer = (refusal: OfferRefusal): string =>
  refusal.code === "no-room"
    ? "Er is nu geen ruimte om het bestand te bewaren. Er is niets opgeslagen. Waarschuw de beheerder van Wieg."
    : sayFileRefusal(refusal);
