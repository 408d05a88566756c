/**
 * The most used passwords of twelve characters and more, Dutch and English, from published lists of leaked passwords; written as they are
 * compared: lower case, without spaces and signs. Shorter ones are refused by their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456123456 111222333444 112233445566 121212121212 123123123123 123321123321 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv qwertyuiop12 qwertyuiop123
  qwerty123456 qwerty1234567 qwerty12345678 1234qwerasdf asdfghjkl123 asdfghjklzxc zxcvbnmasdfg qwertyqwerty qwertyasdfgh azertyuiop123
  password1234 password12345 password123456 passwordpassword passw0rd1234 p4ssw0rd1234 p455w0rd1234 mypassword123 newpassword123 administrator
  administrator1 admin1234567 adminadmin123 welcome12345 welcome123456 letmein12345 letmeinplease changeme1234 changeme12345 trustno1trustno1
  iloveyou1234 iloveyou12345 iloveyou123456 ilovemyfamily sunshine1234 princess1234 football1234 baseball1234 superman1234 batman123456 pokemon12345
  startrek1234 starwars1234 master123456 dragon123456 monkey123456 shadow123456 michael12345 jennifer1234 jordan234567 liverpool1234 manchester12
  chelsea12345 arsenal12345 barcelona123 juventus1234 correcthorsebatterystaple thisismypassword ihatepasswords nopassword123 secret123456
  wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoord12345 wachtwoord01 wachtwoordwachtwoord mijnwachtwoord mijnwachtwoord1 mijnwachtwoord123
  nieuwwachtwoord geheim123456 geheim1234567 geheimgeheim geheimpje123 welkom123456 welkom1234567 welkom12345678 welkomwelkom welkom012345
  welkomterug12 welkomthuis12 ikhouvanjou12 ikhouvanjou123 ikhouvanjou1 hallohallo12 hallohallo123 hallo1234567 hallo12345678 goedemorgen1
  goedemorgen12 amsterdam123 amsterdam1234 amsterdam020 rotterdam123 rotterdam1234 rotterdam010 feyenoord123 feyenoord1234 feyenoord1908
  ajaxamsterdam ajaxamsterdam1 ajax12345678 denhaag12345 utrecht12345 utrecht030030 eindhoven123 eindhoven040 maastricht12 maastricht043
  maastricht123 heerlen12345 limburg12345 limburg123456 sittard12345 zuidlimburg12 nederland123 nederland1234 nederland2024 nederland2025
  nederland2026 zomervakantie vakantie1234 vakantie12345 voorjaar2024 voorjaar2025 voorjaar2026 lente2024lente lente2025lente lente2026lente
  zomer2024zomer zomer2025zomer zomer2026zomer herfst2024herfst herfst2025herfst winter2024winter winter2025winter winter2026winter
  zomer123456 winter123456 herfst123456 januari12345 februari1234 september123 september2024 september2025 september2026 oktober12345 november1234
  november2024 november2025 december1234 december2024 december2025 december2026 verloskundige verloskundige1 verloskundige12 verloskundige123
  kraamzorg123 kraamzorg1234 kraamverzorgende jeugdzorg123 consultatiebureau geboortezorg geboortezorg1 geboortezorg12 geboortezorg123
  zwangerschap zwangerschap1 zwangerschap123 kansrijkestart kansrijkestart1 kansrijkestart123 wiegwiegwieg wiegwieg1234 ziekenhuis12 ziekenhuis123
  gemeente1234 gemeente12345 computer1234 computer12345 internet1234 internet12345 facebook1234 instagram123 whatsapp1234 bismillah123 allahuakbar1
  galatasaray1 galatasaray1905 fenerbahce12 fenerbahce1907 besiktas1903 schatje12345 schatje123456 lieverd12345 vlinder12345 zonnebloem12
  zonnebloem123 regenboog123 appeltaart12 appeltaart123 chocolade123 pannenkoek12 pannenkoek123 abcdefghijkl abcd12345678 abc123456789 abcabcabcabc
  aaaaaabbbbbb testtesttest test12345678 testtest1234 demodemodemo demo12345678 user12345678 gebruiker123 voornaam1234 naam12345678`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
