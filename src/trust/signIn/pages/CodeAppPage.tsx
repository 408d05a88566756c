import type { Errors } from "../../../design/Errors.ts";
import { Page } from "../../../design/Page.tsx";
import { CodeAppCard } from "./CodeAppCard.tsx";

/** For who comes from a provider that shows one factor: she makes her second one. */
export function CodeAppPage({ app, errors = {} }: Readonly<{ app: { picture: string; typed: string }; errors?: Errors }>) {
  return (
    <Page
      title="Een tweede stap instellen"
      sub="Voor gegevens van gezinnen vragen we altijd twee dingen: uw organisatie weet wie u bent, en uw telefoon bewijst dat u het echt bent. Dit doet u één keer."
      width="narrow"
      errors={errors}
      back={{ href: "/aanmelden", label: "Opnieuw beginnen" }}
    >
      <CodeAppCard action="/aanmelden/code-app" app={app} errors={errors} button="Klaar" />
    </Page>
  );
}
