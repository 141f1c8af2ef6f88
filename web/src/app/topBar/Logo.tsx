/** The logo; the same image as public/icon.svg. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden>
      <rect className="logo-ground" width="32" height="32" rx="8" />
      <rect x="7" y="8" width="9" height="7" rx="2" fill="#fff" />
      <rect x="16" y="18" width="9" height="7" rx="2" fill="#fff" fillOpacity=".72" />
      <path d="M11.5 15v4.5a2 2 0 0 0 2 2H16" fill="none" stroke="#fff" strokeWidth="2" />
    </svg>
  );
}
