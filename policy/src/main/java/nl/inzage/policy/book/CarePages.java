package nl.inzage.policy.book;

import java.time.Duration;
import java.util.Set;
import nl.inzage.policy.appointment.AppointmentRules;
import nl.inzage.policy.appointment.CancelRules;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.medication.MedicationRules;
import nl.inzage.policy.medication.RepeatRules;
import nl.inzage.policy.message.MessageRules;
import nl.inzage.policy.notification.NotificationRules;
import nl.inzage.policy.person.OwnEntryRules;
import nl.inzage.policy.person.PersonRules;
import nl.inzage.policy.person.PersonalDataRules;
import nl.inzage.policy.sharing.MergeRules;
import nl.inzage.policy.sharing.ShareRules;

/** Reads what a hospital says about what patients do with it: medicines, appointments, messages, sharing. */
final class CarePages {

    private final PolicyPage page;

    CarePages(PolicyPage page) {
        this.page = page;
    }

    MedicationRules medication() {
        return new MedicationRules(
                page.get("medication.view", Shapes.someOf(MedicationRules.Shown.class)),
                page.get("medication.stopReason", Shapes.flag()),
                new RepeatRules(
                        page.get("medication.repeatRequest", Shapes.flag()),
                        page.get("medication.repeatRequest.onlyMarked", Shapes.flag()),
                        page.get("medication.repeatRequest.asksDaysOfStock", Shapes.flag()),
                        page.get("medication.repeatRequest.to", Shapes.choice(RepeatRules.Recipient.class))));
    }

    AppointmentRules appointments() {
        int days = page.get("appointment.invitationDays", Shapes.number(1, 30));
        return new AppointmentRules(
                page.get("appointment.request", Shapes.choice(AppointmentRules.Request.class)),
                page.get("appointment.selfSchedule", Shapes.choice(AppointmentRules.SelfSchedule.class)),
                Duration.ofHours(24L * days),
                new CancelRules(
                        page.get("appointment.cancel.hoursBefore", Shapes.hours(0, 240)),
                        page.get("appointment.cancel.scope", Shapes.choice(CancelRules.Scope.class))),
                page.get("appointment.rebookAfterCancel", Shapes.choice(AppointmentRules.AfterCancelling.class)),
                page.get("appointment.videoOpensMinutes", Shapes.minutes(0, 120)));
    }

    MessageRules messages() {
        int reply = page.get("message.replyWorkdays", Shapes.number(0, 30));
        int phone = page.get("message.phoneAfterWorkdays", Shapes.number(0, 30));
        page.require(phone >= reply, "message.phoneAfterWorkdays", "must not be less than message.replyWorkdays");
        return new MessageRules(
                page.get("message.recipients", Shapes.choice(MessageRules.Recipients.class)),
                page.get("message.recipients.months", Shapes.months(120)),
                page.get("message.firstReader", Shapes.choice(MessageRules.FirstReader.class)),
                reply,
                phone);
    }

    PersonRules person() {
        return new PersonRules(
                new PersonalDataRules(
                        page.get("personal.changeByPatient", Shapes.choices(PersonalDataRules.Detail.class)),
                        page.get("personal.processedWithinWorkdays", Shapes.orNone(Shapes.number(0, 30))),
                        page.get("personal.addressAfterMunicipality", Shapes.flag())),
                new OwnEntryRules(
                        page.get("selfEntry.add", Shapes.choices(OwnEntryRules.Subject.class)),
                        page.get("selfEntry.remove", Shapes.choices(OwnEntryRules.Subject.class))),
                page.get("photo.shown", Shapes.choice(PersonRules.Photo.class)));
    }

    ShareRules sharing() {
        return new ShareRules(
                page.get("share.code", Shapes.flag()),
                page.get("share.validMinutes", Shapes.minutes(1, 1440)),
                page.get("share.uses", Shapes.number(1, 1)),
                page.get("share.sections", Shapes.someOf(ShareRules.Section.class)));
    }

    MergeRules merging(Set<LocationId> locations) {
        Set<LocationId> between = Set.copyOf(page.get("merge.between", Shapes.list(CareShapes.location())));
        page.require(
                locations.containsAll(between) && between.size() != 1,
                "merge.between",
                "must name two or more of hospital.locations, or nothing");
        return new MergeRules(between, page.get("merge.consentBy", Shapes.someOf(MergeRules.Consenter.class)));
    }

    NotificationRules notifications() {
        return new NotificationRules(
                page.get("notify.channels", Shapes.choices(NotificationRules.Channel.class)),
                page.get("notify.perType", Shapes.flag()),
                page.get("notify.contentFree", Shapes.flag()));
    }
}
