package nl.inzage.auth.activation;

import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** From the code on the letter to the account (F5). The code is used up when the account is made, and not before. */
@Service
class EnrolmentSteps {

    private final Activations activations;
    private final Enrolments enrolments;
    private final Accounts accounts;
    private final SecurityQuestions questions;
    private final AccountEvents events;
    private final PolicyBook policies;
    private final TransactionTemplate transaction;

    EnrolmentSteps(
            Activations activations,
            Enrolments enrolments,
            Accounts accounts,
            SecurityQuestions questions,
            AccountEvents events,
            PolicyBook policies,
            TransactionTemplate transaction) {
        this.activations = activations;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.questions = questions;
        this.events = events;
        this.policies = policies;
        this.transaction = transaction;
    }

    /**
     * Begins, when code and birth date are right together; an enrolment that began before with this code is over.
     *
     * @throws TooBusy when so many try at once that this one was not looked at
     */
    Optional<UUID> begin(String code, String birthDate) throws TooBusy {
        return activations
                .redeemable(ActivationCode.typed(code), birthDate)
                .map(activation -> transaction.execute(status -> enrolments.begin(activation)));
    }

    AccountRules rules(Enrolment enrolment) {
        return policies.require(enrolment.hospital()).account();
    }

    boolean asksQuestion(Enrolment enrolment) {
        return rules(enrolment).recovery().password() == PasswordRecovery.SECURITY_QUESTION;
    }

    Enrolment.Step next(Enrolment enrolment) {
        return enrolment.next(asksQuestion(enrolment));
    }

    boolean isFree(String username) {
        return accounts.byUsername(new Username(username)).isEmpty();
    }

    /** What became of the last step. */
    enum Ending {
        MADE,
        USERNAME_TAKEN,
        CODE_GONE
    }

    /**
     * Makes the account, or gives the one that was made with DigiD a password. Of any number of parallel tries one does;
     * the others find the code used.
     */
    Ending complete(Enrolment enrolment) {
        try {
            return transaction.execute(status -> complete(enrolment, status));
        } catch (DuplicateKeyException e) {
            return Ending.USERNAME_TAKEN;
        }
    }

    private Ending complete(Enrolment enrolment, TransactionStatus status) {
        accounts.hold(enrolment.hospital(), enrolment.identifier());
        Optional<Account> earlier = existing(enrolment);
        if (!enrolments.redeem(enrolment)
                || earlier.filter(Account::hasPassword).isPresent()) {
            return Ending.CODE_GONE;
        }
        Account made = account(enrolment, earlier.map(Account::id).orElseGet(UUID::randomUUID));
        if (earlier.isPresent()) {
            accounts.giveCredentials(made.id(), made);
        } else if (!accounts.add(made)) {
            // The code stays good: only the name has to be another one.
            status.setRollbackOnly();
            return Ending.USERNAME_TAKEN;
        }
        enrolment
                .question()
                .ifPresent(question -> questions.keep(
                        made.id(), question, enrolment.answerHash().orElseThrow()));
        events.record(AccountEvent.of(made, Act.ACTIVATED));
        return Ending.MADE;
    }

    /** The open account of this patient. */
    Optional<Account> existing(Enrolment enrolment) {
        return accounts.ofPatient(enrolment.hospital(), enrolment.patient(), enrolment.identifier())
                .filter(account -> !account.closed());
    }

    private static Account account(Enrolment from, UUID id) {
        return new Account(
                id,
                from.username().orElseThrow(),
                from.passwordHash().orElseThrow(),
                Optional.of(from.phone()),
                from.email().filter(address -> from.emailConfirmed()),
                Optional.of(from.birthDate()),
                AccountKind.PATIENT,
                from.hospital(),
                from.identifier(),
                from.language(),
                false,
                Optional.of(from.patient()));
    }
}
