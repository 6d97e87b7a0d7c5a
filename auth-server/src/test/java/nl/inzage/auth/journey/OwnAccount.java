package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.auth.support.RunningServer;

/** "Mijn account" of somebody who just logged in: other passwords, numbers, addresses and questions (F18, F20). */
final class OwnAccount {

    private final RunningServer server;
    private final Patient patient;
    private final Visitor visitor;

    OwnAccount(RunningServer server, Patient patient) {
        this.server = server;
        this.patient = patient;
        this.visitor = patient.visitor();
    }

    OwnAccount open() {
        visitor.open("/account").isAt("own.title").showsFocus().looks("account").isWarnedOfTheEndAndStays();
        return this;
    }

    OwnAccount password(String current, String password) {
        visitor.fill("current", current + "!")
                .fill("password", password)
                .fill("again", password)
                .press("newpassword.submit")
                .isToldBeside("current", "own.password.current.wrong")
                .looks("account-wachtwoord-van-nu-fout");
        visitor.fill("current", current)
                .fill("password", "qwerty123")
                .fill("again", "qwerty123")
                .press("newpassword.submit")
                .isToldBeside("password", "newpassword.too_common")
                .looks("account-wachtwoord-te-bekend");
        visitor.fill("current", current)
                .fill("password", password)
                .fill("again", password)
                .press("newpassword.submit")
                .sees("own.notice.wachtwoord")
                .looks("account-wachtwoord-veranderd");
        return this;
    }

    /** Another number: a code goes there, and the old number hears of it. */
    OwnAccount phone(String number, String international) {
        visitor.sees("own.phone.warning")
                .fill("phone", "050 1234567")
                .press("own.phone.submit")
                .isToldBeside("phone", "own.phone.form")
                .looks("account-telefoon-fout");
        visitor.fill("phone", number)
                .press("own.phone.submit")
                .isAt("code.title")
                .looks("account-telefooncode");
        String code = server.sms().newestCode(international);
        visitor.fill("code", patient.otherThan(code))
                .press("own.code.submit")
                .isToldBeside("code", "recovery.code.wrong")
                .looks("account-telefooncode-fout");
        visitor.fill("code", code)
                .press("own.code.submit")
                .sees("own.notice.telefoon")
                .looks("account-telefoon-veranderd");
        assertThat(server.sms().texts(patient.who().mobile()))
                .last()
                .asString()
                .contains("telefoonnummer van uw account");
        patient.hasNewPhone(international);
        return this;
    }

    OwnAccount email(String address) {
        visitor.fill("email", "geen adres").press("own.email.submit").isToldBeside("email", "activate.email.form");
        visitor.fill("email", address)
                .press("own.email.submit")
                .isAt("code.title")
                .looks("account-emailcode");
        String code = server.sms().newestCode(address);
        visitor.fill("code", patient.otherThan(code))
                .press("own.code.submit")
                .isToldBeside("code", "activate.email.code.wrong")
                .looks("account-emailcode-fout");
        visitor.fill("code", code).press("own.code.submit").sees("own.notice.email");
        return this;
    }

    OwnAccount question() {
        visitor.press("own.question.submit")
                .isToldBeside("question", "question.missing")
                .isToldBeside("answer", "question.answer.short")
                .looks("account-vraag-niets-ingevuld");
        visitor.tick("question.words.school")
                .fill("answer", "De Regenboog")
                .press("own.question.submit")
                .sees("own.notice.vraag");
        return this;
    }

    /** The warning before the number goes, and what there is without one (F19, F20). */
    OwnAccount takesPhoneAway() {
        visitor.sees("own.phone.remove.warning")
                .press("own.phone.remove.submit")
                .isToldBeside("sure", "own.phone.remove.missing")
                .looks("account-telefoon-weghalen-niet-zeker");
        visitor.tick("own.phone.remove.sure")
                .press("own.phone.remove.submit")
                .sees("own.notice.telefoonweg")
                .looks("account-telefoon-weg");
        return this;
    }

    OwnAccount looksAtTheRest() {
        visitor.open("/beveiliging").isAt("factors.title").looks("beveiliging");
        visitor.open("/beveiliging/app").isAt("app.title").looks("app-toevoegen");
        visitor.open("/hulp").isAt("help.title").looks("hulp");
        return this;
    }
}
