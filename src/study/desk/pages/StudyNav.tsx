import { SectionNav } from "../../../design/SectionNav.tsx";
import { comparisonHref, flowHref, inflowHref } from "./addresses.ts";

/** The pages of one study. */
export const StudyNav = ({ study }: Readonly<{ study: string }>) => (
  <SectionNav
    label="Over deze deelstudie"
    items={[
      { href: flowHref(study), label: "Verloop" },
      { href: inflowHref(study), label: "Instroom" },
      { href: comparisonHref(study), label: "Vergelijkbaarheid" },
    ]}
  />
);
