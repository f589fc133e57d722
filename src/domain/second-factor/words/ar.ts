import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Arabic. */
export const arabic: FactorTexts = {
  "from-name": "{organisation} عبر Guesthouse",
  "set-up-subject": "أُضيف تطبيق مصادقة لدى {organisation}",
  "removed-subject": "أُزيل تطبيق المصادقة لدى {organisation}",
  "reset-subject": "أُلغي تطبيق المصادقة لدى {organisation}",
  preheader: "إن لم تكن أنت من فعل ذلك، فاقرأ ما ينبغي فعله.",
  "set-up-intro": "في {date} أُضيف تطبيق مصادقة إلى حسابك <b>{address}</b> لدى <b>{organisation}</b>.",
  "set-up-next": "عند تسجيل دخولك هناك قد يُطلب منك رمز من هذا التطبيق.",
  "removed-intro": "في {date} أُزيل تطبيق المصادقة من حسابك <b>{address}</b> لدى <b>{organisation}</b>.",
  "removed-next": "يمكنك إعداد تطبيق آخر في أي وقت، وقد يُطلب منك ذلك عند تسجيل دخولك القادم.",
  "reset-intro":
    "في {date} ألغى أحد المسؤولين تطبيق المصادقة لحسابك <b>{address}</b> لدى <b>{organisation}</b>.",
  "reset-next": "لم تعد رموزه صالحة. عند تسجيل دخولك القادم قد يُطلب منك إعداد تطبيق آخر.",
  "not-you-title": "لم تفعل ذلك ولم تطلبه من أحد؟",
  "not-you-write": "اكتب فورًا إلى {contact}: فقد يستطيع شخص آخر تسجيل الدخول باسمك.",
  "not-you-tell": "أخبر فورًا من تعرفهم في {organisation}: فقد يستطيع شخص آخر تسجيل الدخول باسمك.",
  why: "ترسل إليك {organisation} هذه الرسالة كي لا يمر أي تغيير في طريقة تسجيل دخولك دون علمك.",
};
