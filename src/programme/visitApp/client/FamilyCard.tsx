import type { PhoneFamily, PhoneVisit } from "../visitApp.ts";
import { routeAddress } from "./routeAddress.ts";
import { dayOfVisit } from "./sheet.ts";
import { sayDate, sayMinutes } from "./words.ts";

/** Where she goes and how she reaches them; as little as a visit needs. */
export function FamilyCard({ family, visit }: Readonly<{ family: PhoneFamily; visit: PhoneVisit }>) {
  const { address, phones, contactWish, language, interpreter, readsLittle, childBorn, quiet, balance } = family;
  const day = childBorn === null ? 0 : Math.round((Date.parse(dayOfVisit(visit)) - Date.parse(childBorn)) / 86_400_000) + 1;
  return (
    <section className="card">
      <p className="words">{address === "" ? "Het adres staat niet in Wieg. Vraag het uw coördinator." : address}</p>
      <div className="row">
        {address !== "" && (
          <a className="button" href={routeAddress(address, navigator.userAgent)} target="_blank" rel="noreferrer noopener">
            Route
          </a>
        )}
        {phones.map(({ value, moments }) => (
          <a key={value} className="button" href={`tel:${value.replace(/[^\d+]/g, "")}`}>
            Bellen
            <small>{[value, moments].filter((part) => part !== "").join(", ")}</small>
          </a>
        ))}
      </div>
      {quiet && <p className="words">Dit gezin heeft een kindje verloren. Neem de tijd; er hoeft hier niets.</p>}
      <dl className="facts">
        {phones.length === 0 && <Fact name="Bellen" value="Er staat geen nummer in Wieg dat veilig is." />}
        {contactWish !== "" && <Fact name="Wens" value={contactWish} />}
        {language !== null && <Fact name="Taal" value={`${language}${interpreter ? ", met tolk" : ""}`} />}
        {language === null && interpreter && <Fact name="Tolk" value="nodig" />}
        {readsLittle && <Fact name="Let op" value="leest weinig: praat, schrijf niet" />}
        {childBorn !== null && <Fact name="Kind" value={`geboren ${sayDate(childBorn)}${day > 0 ? ` (dag ${day})` : ""}`} />}
        {balance && !quiet && (
          <>
            <Fact
              name={visit.kind === "maternity" ? "Geïndiceerd" : "Afgesproken"}
              value={balance.agreed === null ? "nog niet bekend" : sayMinutes(balance.agreed)}
            />
            <Fact name="Gegeven" value={sayMinutes(balance.delivered)} />
            <Fact name="Gepland" value={sayMinutes(balance.planned)} />
            {balance.remaining !== null && <Fact name="Over" value={sayMinutes(balance.remaining)} />}
          </>
        )}
      </dl>
    </section>
  );
}

const Fact = ({ name, value }: Readonly<{ name: string; value: string }>) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
