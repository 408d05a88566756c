import { Button } from "../Button.tsx";
import { ButtonRow } from "../ButtonRow.tsx";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { Form } from "../Form.tsx";
import { PublicPage } from "../PublicPage.tsx";

/** A question of the front door. */
export function ShowcasePublic() {
  return (
    <PublicPage
      title="Hulp vragen"
      above="Vraag 2 van 5"
      heading="Waar wilt u hulp bij?"
      sub={
        <>
          U mag meer kiezen. Niets is verplicht.{" "}
          <a href="/werk" lang="en">
            English
          </a>
        </>
      }
      footer={
        <p>
          Is er nu gevaar? Bel{" "}
          <a href="tel:112">
            <b>112</b>
          </a>
          . Is het thuis niet veilig? Bel Veilig Thuis,{" "}
          <a href="tel:08002000">
            <b>0800 2000</b>
          </a>{" "}
          (gratis, dag en nacht).
        </p>
      }
    >
      <Form action="/werk" values={{ what: ["Geld of rekeningen"] }}>
        <CheckboxGroup
          name="what"
          label="Kies wat past"
          options={["Geld of rekeningen", "Mijn zwangerschap", "Stress of verdriet", "Zorgen voor mijn baby", "Iets anders"].map(
            (label) => ({ value: label, label }),
          )}
        />
        <ButtonRow>
          <Button>Verder</Button>
          <a href="/werk">Terug</a>
        </ButtonRow>
      </Form>
    </PublicPage>
  );
}
