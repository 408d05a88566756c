import { Alert } from "../../../design/Alert.tsx";

/** On every screen of the Meldcode, which by its class is never printed [domain 3.1]. */
export const DangerAlert = () => (
  <div className="wieg-screen-only">
    <Alert tone="late" title="Is er nu gevaar? Bel 112">
      <p>
        Advies of melden: Veilig Thuis, <a href="tel:08002000">0800 2000</a>, dag en nacht. Advies kan zonder naam van het gezin.
      </p>
    </Alert>
  </div>
);
