import { ActionForm } from "../../../design/ActionForm.tsx";
import type { Upload } from "../server/upload.store.ts";
import { addressOf } from "./addresses.ts";

/** Takes an offered file away. */
export function RemoveButton({ upload }: { upload: Upload }) {
  return (
    <ActionForm
      action={`${addressOf.upload(upload.id)}/verwijderen`}
      button="Verwijder dit bestand"
      variant="quiet"
      confirm="Alles wat in dit bestand herkend is en wat u hebt geantwoord gaat weg. Gezinnen die al zijn overgenomen blijven."
    />
  );
}
