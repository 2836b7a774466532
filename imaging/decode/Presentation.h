// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

#include <memory>

namespace Chartline::Imaging {

// How modality values become grey: one of the image's windows or tables, or another window.
struct Voi
{
    enum class Kind : quint8 {
        Window,
        Table, // one of ImageDescription::voiLuts
        Identity, // the whole range of the stored bits
    };
    Kind kind = Kind::Identity;
    Window window;
    int table = 0;
    bool operator==(const Voi &) const = default;
};

enum class PictureFormat : quint8 { Grey, Rgb, Rgba }; // 8 bits a channel; alpha is opaque
[[nodiscard]] constexpr int channelsOf(PictureFormat format)
{
    return format == PictureFormat::Grey ? 1 : format == PictureFormat::Rgb ? 3 : 4;
}

// The grayscale transformations of PS3.3 C.11 and the palette of C.7.6.3.1.5 for one frame: what was decoded (see
// FrameFormat) to what a person sees. A change of the window makes a new table of all stored values (types of up to 16
// bits); then each pixel is one look-up. Values, not references: it may outlive the description.
class Presentation
{
public:
    // TooLarge, UnsupportedPixels as FrameFormat::of().
    [[nodiscard]] static Expected<Presentation> of(const ImageDescription &image, int frame);

    [[nodiscard]] const FrameFormat &format() const { return m_format; }
    [[nodiscard]] bool isColor() const { return m_format.samples == 3 || m_palette; }
    // MONOCHROME1 or Presentation LUT Shape INVERSE: small values are bright.
    [[nodiscard]] bool isInverted() const { return m_inverted; }
    [[nodiscard]] const QList<Window> &windows() const { return m_windows; }

    // Rescale or Modality LUT.
    [[nodiscard]] double modality(double stored) const;
    // 0 black … 1 white, before any inversion.
    [[nodiscard]] double voi(double modalityValue, const Voi &voi) const;
    // The first window of the image, else its first table, else: the stored range (up to 8 bits), an automatic window.
    // `samples` as decoded; may be empty where the image has a window.
    [[nodiscard]] Voi defaultVoi(std::span<const std::byte> samples) const;
    // From the 1st to the 99th percentile of the modality values, padding left out; never narrower than one step of the
    // stored values.
    [[nodiscard]] Window automaticWindow(std::span<const std::byte> samples) const;

    // Before paint(); without, defaultVoi() of no samples. `invert`: by the user, on top of the image's own.
    void setVoi(const Voi &voi, bool invert = false);
    // Paints a whole frame; rows of `out` lie `stride` bytes apart. Colour pictures are not changed by setVoi(), and
    // come out as luminance where grey is asked for. Internal for wrong sizes.
    [[nodiscard]] Expected<void> paint(std::span<const std::byte> samples, PictureFormat format, std::span<quint8> out,
                                       qsizetype stride) const;

private:
    using Color = std::array<quint8, 3>;

    [[nodiscard]] quint8 greyOf(double stored) const;
    [[nodiscard]] bool isPadding(double stored) const;
    template<typename T>
    void paintRow(const std::byte *from, PictureFormat format, quint8 *to) const;
    void paintColorRow(const std::byte *from, PictureFormat format, quint8 *to) const;
    void readPalette(const ImageDescription &image);

    FrameFormat m_format;
    int m_bitsStored = 0;
    bool m_signed = false;
    bool m_inverted = false;
    double m_slope = 1;
    double m_intercept = 0;
    std::shared_ptr<const LookupTable> m_modalityLut;
    std::shared_ptr<const QList<LookupTable>> m_voiLuts;
    std::shared_ptr<const std::vector<Color>> m_palette; // of every stored value, by its bits
    QList<Window> m_windows;
    std::optional<std::array<double, 2>> m_padding; // from, to
    Voi m_voi;
    bool m_invert = false;
    std::vector<quint8> m_table; // of every stored value, by its bits; types of up to 16 bits
};

} // namespace Chartline::Imaging
