import { isRole, mayUse, page } from "../../../trust/access/route.ts";
import { readPublicFigures } from "../server/readPublicFigures.ts";
import { PublicFiguresPage, publicFiguresAddress } from "./PublicFiguresPage.tsx";
import { chosenOf } from "./queries.ts";

/** What was published of a programme: for everybody with an account. */
export const publicFiguresRoutes = [
  page(publicFiguresAddress, {
    may: "signed-in",
    trail: "steering.figures-read",
    load: async (actor, _params, query) => {
      const data = await readPublicFigures(actor, chosenOf(query));
      return data && { data, seesPlaces: isRole(actor.role) && mayUse(actor.role, "programme-places") };
    },
    show: (props) => <PublicFiguresPage {...props} />,
  }),
];
