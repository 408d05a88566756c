import { Card } from "../../../design/Card.tsx";

/** Codes on paper: shown once, to be printed or written down. */
export function RecoveryCodes({ codes }: Readonly<{ codes: readonly string[] }>) {
  return (
    <Card title="Bewaar deze herstelcodes" tone="soon">
      <p>
        Met een herstelcode meldt u zich aan als u uw telefoon niet bij u hebt. Elke code werkt één keer, samen met uw wachtwoord. Schrijf
        ze op of druk deze pagina af: u ziet ze maar één keer.
      </p>
      <ol className="wieg-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Card>
  );
}
