import { z } from "zod";
import { requiredText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { Page } from "../../../design/Page.tsx";
import { action, form, page } from "../../../trust/access/route.ts";
import { entries } from "../../configuration/programme.ts";
import { refusalSentence } from "../enrolment.texts.ts";
import { acceptPlace } from "../server/changePlace.ts";
import { movePlaces, readFullNotice, readFullPlaces, readOverview, readPlaces } from "../server/readOverview.ts";
import { OverviewPage } from "./OverviewPage.tsx";
import { PlacesCard } from "./PlacesCard.tsx";
import { FullPage } from "./FullPage.tsx";
import { MovePlacesPage } from "./MovePlacesPage.tsx";

const home = "/geboortezorg-flex";

/** The programme as a whole: places, own families' decisions, and what the project group decides. */
export const overviewRoutes = [
  page(home, {
    may: "programme-places",
    trail: "programme.overview-read",
    load: async (actor, _params, query) => ({
      overview: await readOverview(actor, query["programma"]),
      coordinates: actor.role === "maternity_coordinator",
    }),
    show: (props) => <OverviewPage {...props} />,
  }),
  action(`${home}/gelezen`, {
    may: "programme.read",
    trail: "programme.notice-read",
    body: z.object({ programme: z.uuid() }),
    run: (actor, _params, { programme }) => readFullNotice(actor, programme),
    done: () => ({ to: home }),
    refused: () => ({ to: home }),
  }),
  action(`${home}/:trajectory/aannemen`, {
    may: "role:maternity_coordinator",
    trail: "programme.place-accepted",
    body: z.object({}),
    run: async (actor, { trajectory }) => {
      const outcome = await acceptPlace(actor, trajectory);
      if (outcome.code === "not-visible") throw new NotFound();
      return outcome;
    },
    done: () => ({ to: home, notice: { text: "De plaats is aangenomen. U bent nu bij dit gezin betrokken." } }),
    refused: (refusal) => ({ to: home, notice: { tone: "late", text: refusalSentence(refusal) } }),
  }),
  page(`${home}/plaatsen`, {
    may: "programme-places",
    trail: "programme.places-read",
    load: (actor, _params, query) => readPlaces(actor, query["programma"]),
    show: (now) => (
      <Page title="Plaatsen" back={{ href: home, label: "Geboortezorg Flex" }}>
        <PlacesCard {...now} />
      </Page>
    ),
  }),
  page(`${home}/plaatsen/:pool`, {
    may: "programme-places",
    trail: "programme.places-read",
    load: (actor, { pool }) => readFullPlaces(actor, pool),
    show: (full, _params) => <FullPage full={full} />,
  }),
  form(`${home}/verplaatsen`, {
    may: "role:project_group",
    trail: ["programme.overview-read", "programme.places-moved"],
    body: z.object({
      programme: z.uuid(),
      to: z.enum(entries, "Kies waarheen"),
      places: z.coerce
        .number("Vul een aantal in")
        .int("Vul een heel aantal in")
        .min(1, "Vul een aantal in vanaf 1")
        .max(1000, "Zoveel plaatsen zijn er niet"),
      reason: requiredText("Schrijf waarom de projectgroep dit besluit").min(3, "Schrijf waarom de projectgroep dit besluit"),
    }),
    load: (actor, _params, query) => readOverview(actor, query["programma"]),
    show: ({ data, values, errors }) => <MovePlacesPage overview={data} values={values} errors={errors} />,
    run: (actor, _params, { programme, ...body }) => movePlaces(actor, { ...body, programmeId: programme, pillar: 2 }),
    done: () => ({ to: home, notice: { text: "De plaatsen zijn verplaatst." } }),
    refused: (refusal) => ({ places: refusalSentence(refusal) }),
  }),
];
