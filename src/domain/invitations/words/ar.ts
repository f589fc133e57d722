import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Arabic. Sentences begin with an Arabic word, so that every program writes them from the right. */
export const arabic: InvitationTexts = {
  "from-name": "{organisation} عبر Guesthouse",
  subject: "دعوة من {inviter} إلى {target}",
  "subject-from-organisation": "دعوة من {inviter} إلى {target}",
  "subject-no-target": "دعوة من {inviter} لتكون ضيفًا",
  preheader: "اقبل الدعوة من {organisation} ({domain}).",
  greeting: "مرحبًا {recipient}،",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "وصلتك دعوة من {inviter} لدى {organisation} لاستخدام <b>{application}</b> بصفتك ضيفًا.",
  intro: "وصلتك دعوة من {inviter} لدى {organisation} لتكون ضيفًا.",
  "intro-from-organisation-to-application":
    "وصلتك دعوة من {organisation} لاستخدام <b>{application}</b> بصفتك ضيفًا.",
  "intro-from-organisation": "وصلتك دعوة من {organisation} لتكون ضيفًا.",
  "message-label": "رسالة من {inviter}:",
  "message-label-organisation": "رسالة من {organisation}:",
  accept: "قبول الدعوة",
  "link-beside-button": "لا يعمل الزر؟ افتح هذا العنوان:",
  "link-alone": "اقبل الدعوة على هذا العنوان:",
  "leads-to": "بعد القبول تتابع إلى <b>{host}</b>.",
  until: "الدعوة صالحة حتى <b>{date}</b>.",
  "no-end": "ليس للدعوة تاريخ انتهاء.",
  "unexpected-title": "لم تكن تتوقع هذا؟",
  unexpected: "تجاهل هذه الرسالة: لا يحدث شيء ما لم تقبل.",
  "unexpected-ask": "تجاهل هذه الرسالة: لا يحدث شيء ما لم تقبل. إن لم تكن متأكدًا، فاسأل {contact} أولًا.",
  why: "أُرسلت إليك هذه الرسالة من {organisation} لأن عنوانك أُدخل لدعوتك من قِبل {inviter}. سلّمها Guesthouse على {host}.",
  "why-organisation":
    "أُرسلت إليك هذه الرسالة من {organisation} لأن عنوانك أُدخل لدعوتك. سلّمها Guesthouse على {host}.",
};
