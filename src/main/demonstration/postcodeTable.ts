import { places } from "./invented.ts";
import type { RegionUnderConstruction } from "./region.store.ts";

/** In place of the yearly file of Statistics Netherlands: every postcode of the areas in which the invented families live, 6411 AA too. */
export async function fillPostcodeTable(region: RegionUnderConstruction): Promise<void> {
  const areas = Object.entries(places).flatMap(([code, here]) => here.map(([, digits]) => ({ code, digits })));
  await region.asOwner(
    `insert into postcode_area (postcode, number_from, number_to, municipality_code)
     select distinct on (digits, one, two) digits || chr(one) || chr(two), 1, 99999, code
     from jsonb_to_recordset($1::jsonb) as area(code text, digits text), generate_series(65, 90) one, generate_series(65, 90) two`,
    [JSON.stringify(areas.map(({ code, digits }) => ({ code, digits: String(digits) })))],
  );
  await region.asOwner(
    `insert into postcode_load (state, year, lines_read, started_at, ended_at)
     select 'done', extract(year from app.today())::text, count(*), now(), now() from postcode_area`,
  );
}
