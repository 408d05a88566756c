import { studyConsent, type StudyConsent } from "./studyConsent.ts";

/**
 * The consent texts of the pilot. Before the first list nobody may learn whether she is eligible for anything [domain 5.2]: the text says what is
 * studied and that more is told later, and names no place, no money and no arm.
 */
export const pilotConsents: readonly StudyConsent[] = [
  {
    version: "1",
    since: "2026-01-01",
    thinkDays: 14,
    languages: {
      nl: {
        title: "Meedoen aan onderzoek: wat wilt u?",
        opening: [
          "Wij onderzoeken hoe het met moeders en gezinnen gaat rond de geboorte, en welke zorg en hulp daarbij goed werkt. Wij vragen of u meedoet.",
          "U krijgt een paar keer een korte lijst met vragen. Invullen duurt ongeveer tien minuten. U kiest zelf: op uw telefoon, op papier of met hulp.",
          "Wij vertellen nu niet alles over het onderzoek. Als u alles vooraf weet, kan dat uw antwoorden veranderen. Na de eerste lijst mag u alles vragen.",
        ],
        questions: {
          study_1: {
            heading: "Onderzoek in de zwangerschap en de kraamtijd",
            about: ["Drie lijsten: nu, na het eerste gesprek met de kraamzorg, en aan het eind van de kraamtijd."],
            question: "Doet u mee aan dit onderzoek?",
            yes: "Ja, ik doe mee",
            no: "Nee, ik doe niet mee",
          },
          study_2: {
            heading: "Onderzoek in het eerste half jaar",
            about: ["Drie lijsten: na het gesprek met de kraamzorg, na de kraamweek, en als uw kind zes maanden is."],
            question: "Doet u mee aan dit onderzoek?",
            yes: "Ja, ik doe mee",
            no: "Nee, ik doe niet mee",
          },
          study_register_link: {
            heading: "Gegevens die er al zijn",
            about: [
              "De jeugdgezondheidszorg en het ziekenhuis hebben ook gegevens, zoals hoe vaak u er kwam. Mogen de onderzoekers die erbij leggen? Uw naam gaat er niet bij.",
            ],
            question: "Mogen de onderzoekers deze gegevens gebruiken?",
            yes: "Ja, dat mag",
            no: "Nee, liever niet",
          },
          study_quotes: {
            heading: "Uw woorden",
            about: ["Soms schrijven wij op wat iemand zei, zonder naam. Niemand kan zien dat u het was."],
            question: "Mogen wij woorden van u opschrijven in een verslag?",
            yes: "Ja, dat mag",
            no: "Nee, liever niet",
          },
          study_interview: {
            heading: "Een gesprek",
            about: [
              "Met een paar gezinnen praten wij een keer, ongeveer drie kwartier. Wij loten wie wij vragen. U kunt dan nog steeds nee zeggen.",
            ],
            question: "Mogen wij u vragen voor een gesprek?",
            yes: "Ja, dat mag",
            no: "Nee, liever niet",
          },
        },
        know: {
          heading: "Goed om te weten",
          items: [
            "U hoeft niet mee te doen. Uw zorg en hulp blijven hetzelfde, wat u ook kiest.",
            "U mag altijd stoppen, zonder reden. Dat kan op uw eigen pagina of bij uw verloskundige. Het werkt meteen.",
            "De onderzoekers zien uw naam niet, maar een code. Wie u bent, wordt apart bewaard.",
            "Uw hulpverleners zien niet wat u invult.",
            "Stopt u? Dan gebruiken wij uw antwoorden niet meer in wat wij daarna maken. Wat al gemaakt is, kunnen wij niet ongedaan maken.",
          ],
        },
      },
      en: {
        title: "Taking part in research: what would you like?",
        opening: [
          "We study how mothers and families are doing around a birth, and which care and help works well. We ask whether you want to take part.",
          "A few times you get a short list of questions. It takes about ten minutes. You choose: on your phone, on paper, or with help.",
          "We do not tell you everything about the research now. Knowing everything beforehand could change your answers. After the first list you may ask anything.",
        ],
        questions: {
          study_1: {
            heading: "Research during pregnancy and the first days",
            about: ["Three lists: now, after your first talk with maternity care, and at the end of the maternity days."],
            question: "Will you take part in this research?",
            yes: "Yes, I will take part",
            no: "No, I will not take part",
          },
          study_2: {
            heading: "Research in the first half year",
            about: ["Three lists: after the talk with maternity care, after the maternity week, and when your child is six months old."],
            question: "Will you take part in this research?",
            yes: "Yes, I will take part",
            no: "No, I will not take part",
          },
          study_register_link: {
            heading: "Data that is already there",
            about: [
              "The child health service and the hospital have data too, such as how often you came there. May the researchers add that? Your name does not go with it.",
            ],
            question: "May the researchers use this data?",
            yes: "Yes, they may",
            no: "No, I would rather not",
          },
          study_quotes: {
            heading: "Your words",
            about: ["Sometimes we write down what someone said, without a name. Nobody can see that it was you."],
            question: "May we write down words of yours in a report?",
            yes: "Yes, you may",
            no: "No, I would rather not",
          },
          study_interview: {
            heading: "A talk",
            about: ["We talk with a few families, once, for about 45 minutes. We draw lots whom to ask. You can still say no then."],
            question: "May we ask you for a talk?",
            yes: "Yes, you may",
            no: "No, I would rather not",
          },
        },
        know: {
          heading: "Good to know",
          items: [
            "You do not have to take part. Your care and help stay the same, whatever you choose.",
            "You may always stop, without a reason. On your own page or with your midwife. It works at once.",
            "The researchers do not see your name but a code. Who you are is kept apart.",
            "The people who help you do not see what you answer.",
            "Do you stop? Then we no longer use your answers in what we make after that. What was already made, we cannot undo.",
          ],
        },
      },
    },
  },
].map((one) => studyConsent.parse(one));
