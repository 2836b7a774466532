// SPDX-License-Identifier: Apache-2.0
#include "registration/Registration.h"

#include "registration/AlignmentCheck.h"
#include "registration/CoarseSearch.h"
#include "registration/MattesRefinement.h"
#include "registration/TypedVoxels.h"

#include <chrono>

namespace Chartline::Imaging {

using namespace Rigid;

namespace {

// Points compared: on the middle grid, and on the fine one, where the result does not get better with more.
constexpr int middlePoints = 20000;
constexpr int finePoints = 40000;

// An attempt of which fewer of the parts agree is not worth refining further; one of which more do is not worth
// looking for a better one.
constexpr double hopeless = 0.3;
constexpr double promising = 0.6;
constexpr std::size_t mostAttempts = 2;

// Rounds on the middle grid: the search ends within a few millimetres, a start that was given may be centimetres away.
constexpr int roundsFromSearch = 6;
constexpr int roundsFromStart = 14;

// A candidate whose score is lower than this part of the best is not tried.
constexpr double leastScore = 0.6;

// Shares of the whole in what is told of the progress.
constexpr double afterPreparing = 0.15;
constexpr double afterSearch = 0.5;
constexpr double afterMiddle = 0.65;
constexpr double afterFine = 0.9;

struct Attempt
{
    Refined refined;
    Samples samples; // of the fine grid
    AlignmentMeasures measures;
};

class Aligner
{
public:
    Aligner(const RegistrationOptions &options, const Study &fixed, const Study &moving, const Control &control)
        : m_options(options)
        , m_fixed(fixed)
        , m_moving(moving)
        , m_control(control)
    { }

    [[nodiscard]] Expected<Alignment> aligned(bool sameFrame);

private:
    void report(double part)
    {
        m_told = std::max(m_told, part);
        if (m_options.progress)
            m_options.progress(m_told);
    }
    // Towards `limit`, without ever getting there.
    [[nodiscard]] std::function<void()> creeping(double limit)
    {
        return [this, limit] { report(m_told + (limit - m_told) * 0.15); };
    }
    [[nodiscard]] Expected<void> attempt(const Affine &start, int rounds);
    [[nodiscard]] Expected<void> search();
    [[nodiscard]] Expected<void> refineFurther();

    const RegistrationOptions &m_options;
    const Study &m_fixed;
    const Study &m_moving;
    const Control &m_control;
    Affine m_reference; // where "before" is
    std::optional<Attempt> m_best;
    double m_told = 0;
};

// Refines a start on the middle grid, measures what comes out, and keeps it where it is the best so far.
Expected<void> Aligner::attempt(const Affine &start, int rounds)
{
    const Samples samples = drawn(m_fixed.middle, overlapOf(m_fixed, m_moving, start).grown(1), middlePoints);
    const double spacing = m_fixed.spacing;
    auto refined = refine({&m_fixed.middle, &m_moving.middle, &samples, 2 * spacing, spacing, rounds}, start,
                          m_reference, m_control, creeping(afterMiddle));
    if (!refined) {
        if (refined.error().code == FailureCode::NotAligned)
            return {}; // nothing lies over each other there
        return std::unexpected(refined.error());
    }
    Attempt attempt;
    attempt.refined = *refined;
    const BodyMask overlap = overlapOf(m_fixed, m_moving, refined->fixedToMoving);
    attempt.samples = drawn(m_fixed.fine, overlap.grown(1), finePoints);
    attempt.measures = measured(m_fixed, m_moving, refined->fixedToMoving, attempt.samples, m_control);
    if (m_control.cancelled())
        return failure(FailureCode::Cancelled);
    if (!m_best || worth(attempt.measures) > worth(m_best->measures))
        m_best = std::move(attempt);
    return {};
}

Expected<void> Aligner::search()
{
    const auto candidates = coarseCandidates(m_fixed, m_moving, mostAttempts, m_control);
    if (m_control.cancelled())
        return failure(FailureCode::Cancelled);
    report(afterSearch);
    for (const Candidate &candidate : candidates) {
        if (candidate.score < leastScore * candidates.front().score)
            break;
        if (const auto done = attempt(candidate.fixedToMoving, roundsFromSearch); !done)
            return done;
        if (m_best && m_best->measures.agreeing >= promising)
            break;
    }
    return {};
}

Expected<void> Aligner::refineFurther()
{
    const double spacing = m_fixed.spacing;
    const RefinementLevel level{&m_fixed.fine, &m_moving.fine, &m_best->samples, spacing / 2, spacing / 5, 6};
    auto refined = refine(level, m_best->refined.fixedToMoving, m_reference, m_control, creeping(afterFine));
    if (!refined)
        return std::unexpected(refined.error());
    m_best->refined = *refined;
    report(afterFine);
    m_best->measures = measured(m_fixed, m_moving, refined->fixedToMoving, m_best->samples, m_control);
    if (m_control.cancelled())
        return failure(FailureCode::Cancelled);
    return {};
}

Expected<Alignment> Aligner::aligned(bool sameFrame)
{
    report(afterPreparing);
    std::optional<Affine> start;
    if (m_options.start)
        start = nearestRigid(*m_options.start);
    const bool given = start.has_value();
    if (!given && sameFrame)
        start = Affine();
    if (start) {
        m_reference = *start;
        if (const auto done = attempt(*start, roundsFromStart); !done)
            return std::unexpected(done.error());
    }
    // Equal frames of reference are not always true (a maker's constant, anonymised copies), and a patient moves
    // between series; but who gives a start means that place.
    if (!given && (!m_best || m_best->measures.agreeing < promising)) {
        if (const auto done = search(); !done)
            return std::unexpected(done.error());
    }
    Alignment alignment;
    if (!m_best) {
        alignment.why = FailureCode::TooLittleOverlap;
        alignment.fixedToMoving = m_reference;
        return alignment;
    }
    if (m_best->measures.agreeing >= hopeless) {
        if (const auto done = refineFurther(); !done)
            return std::unexpected(done.error());
    }
    alignment.fixedToMoving = m_best->refined.fixedToMoving;
    alignment.metricBefore = m_best->refined.reference;
    alignment.metricAfter = m_best->refined.after;
    judge(m_best->measures, alignment);
    return alignment;
}

Expected<Alignment> alignVolumes(const Volume &fixed, const Volume &moving, const RegistrationOptions &options)
{
    const auto began = std::chrono::steady_clock::now();
    const Control control{options.cancel, threadCount(options.threads)};
    for (const Volume *volume : {&fixed, &moving}) {
        if (const auto fine = checkVolume(*volume); !fine)
            return std::unexpected(fine.error());
    }
    const double spacing = workingSpacing(fixed, moving);
    const auto fixedStudy = prepared(fixed, spacing, control);
    if (!fixedStudy)
        return std::unexpected(fixedStudy.error());
    const auto movingStudy = prepared(moving, spacing, control);
    if (!movingStudy)
        return std::unexpected(movingStudy.error());
    const bool sameFrame = !fixed.frameOfReference.isEmpty() && fixed.frameOfReference == moving.frameOfReference;
    auto alignment = Aligner(options, *fixedStudy, *movingStudy, control).aligned(sameFrame);
    if (!alignment)
        return alignment;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    alignment->seconds = took.count();
    if (options.progress)
        options.progress(1);
    return alignment;
}

} // namespace

Expected<Alignment> align(const Volume &fixed, const Volume &moving, const RegistrationOptions &options)
try {
    auto alignment = alignVolumes(fixed, moving, options);
    // What was cut short in the middle may look like something else.
    if (!alignment && options.cancel && *options.cancel)
        return failure(FailureCode::Cancelled);
    return alignment;
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory);
} catch (...) {
    return failure(FailureCode::Internal);
}

} // namespace Chartline::Imaging
