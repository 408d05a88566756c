import { Logo } from "./Logo.tsx";
import { usePage } from "./PageContext.ts";
import { useFormKey } from "./useFormKey.ts";
import { useWords } from "./useWords.ts";

/** Where the sign-out form posts to. */
export const signOutAddress = "/afmelden";

/** The bar on top: mark, menu, who is signed in. On a phone the menu hides behind one button that needs no script. */
export function TopBar() {
  const words = useWords();
  const { nav, user } = usePage();
  return (
    <header className="wieg-top">
      <div className="wieg-top__inner">
        <a className="wieg-top__mark" href="/">
          <Logo /> Wieg
        </a>
        {nav.length > 0 && (
          <nav className="wieg-top__nav" aria-label={words.mainMenu}>
            <NavLinks />
          </nav>
        )}
        {user !== null && (
          <div className="wieg-top__user">
            <User />
          </div>
        )}
        {(nav.length > 0 || user !== null) && (
          <details className="wieg-menu">
            <summary className="wieg-menu__button">{words.menu}</summary>
            <div className="wieg-menu__panel">
              {nav.length > 0 && (
                <nav aria-label={words.mainMenu}>
                  <NavLinks />
                </nav>
              )}
              {user !== null && <User />}
            </div>
          </details>
        )}
      </div>
    </header>
  );
}

function NavLinks() {
  const { nav, path } = usePage();
  const current = nav.filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <ul className="wieg-nav">
      {nav.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item !== current ? undefined : path === item.href ? "page" : "true"}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function User() {
  const words = useWords();
  const { user, csrfToken } = usePage();
  const key = useFormKey();
  if (user === null) return null;
  return (
    <div className="wieg-user">
      <a className="wieg-user__who" href="/account">
        <span className="wieg-user__name">{user.name}</span>
        <span className="wieg-user__role">
          {user.role}, {user.organisation}
        </span>
      </a>
      <form action={signOutAddress} method="post" data-sign-out="">
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="_key" value={key} />
        <button className="wieg-user__out" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  );
}
