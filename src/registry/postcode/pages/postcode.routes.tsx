import { z } from "zod";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { checkMultipartToken } from "../../../platform/http/multipartToken.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { uploadKeyOf } from "../../../platform/http/requestKey.ts";
import { action, own, page } from "../../../trust/access/route.ts";
import { answerPostcodes, readLoads, uploadPostcodes } from "../server/uploadPostcodes.ts";
import { PostcodesPage } from "./PostcodesPage.tsx";

const uuid = z.uuid();

/** The file of the whole country is some 250 MB. */
const largestFile = 1024 * 1024 * 1024;

const answer = (word: string, use: boolean, text: string) =>
  action(`/beheer/postcodes/:load/${word}`, {
    may: "role:platform_admin",
    trail: "postcodes.answered",
    body: z.object({}),
    run: (actor, { load }) => (uuid.safeParse(load).success ? answerPostcodes(actor, load, use) : Promise.reject(new NotFound())),
    done: () => ({ to: "/beheer/postcodes", notice: { tone: "info", text } }),
    refused: () => ({ to: "/beheer/postcodes", notice: { tone: "info", text: "Hierover is al besloten." } }),
  });

export const postcodeRoutes = [
  answer("gebruiken", true, "Het bestand wordt op de achtergrond in gebruik genomen."),
  answer("weg", false, "Het bestand is niet gebruikt. De oude tabel blijft."),
  page("/beheer/postcodes", {
    may: "role:platform_admin",
    trail: "postcodes.read",
    load: async (actor) => ({ loads: await readLoads(actor) }),
    show: ({ loads }) => <PostcodesPage loads={loads} error={null} />,
  }),
  own("/beheer/postcodes", {
    may: "role:platform_admin",
    trail: ["postcodes.loaded", "postcodes.read"],
    method: "POST",
    takesFile: true,
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const file = await request.file({ limits: { fileSize: largestFile, files: 1 } });
      if (file) await checkMultipartToken(request, reply, file);
      const load =
        file && !file.file.readableEnded
          ? await uploadPostcodes(actor, file.file, (first) => uploadKeyOf(actor, request.url, file, first))
          : null;
      if (load === null)
        return showPage(
          request,
          reply.code(422),
          <PostcodesPage loads={await readLoads(actor)} error="Kies eerst een bestand dat niet leeg is." />,
        );
      return goTo(reply, {
        to: "/beheer/postcodes",
        notice: { tone: "info", text: "Het bestand is ontvangen en wordt op de achtergrond gelezen." },
      });
    },
  }),
];
