import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Arabic. */
export const arabic: CodeTexts = {
  "from-name": "{organisation} عبر Guesthouse",
  subject: "{code} هو رمزك إلى {target}",
  preheader:
    "{code} – صالح لمدة {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. لا تعطه لأحد.",
  "for-application": "هذا رمزك إلى <b>{application}</b> لدى <b>{organisation}</b>.",
  "for-organisation": "هذا رمزك إلى <b>{organisation}</b>.",
  enter:
    "أدخله في الصفحة التي طلبته منها. يعمل مرة واحدة، خلال {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.",
  place: "طُلب الرمز من {place}.",
  "never-title": "لا تعطِ هذا الرمز لأحد.",
  never: "لن يطلبه منك أبدًا أحد من {organisation} أو Guesthouse.",
  "unexpected-title": "لم تطلب رمزًا؟",
  unexpected: "إذن كتب شخص عنوانك بالخطأ. تجاهل هذه الرسالة: لا يمكن لأحد تسجيل الدخول باسمك دون الرمز.",
  why: "أُرسلت هذه الرسالة لأن عنوانك أُدخل لتسجيل الدخول لدى {organisation}.",
};
