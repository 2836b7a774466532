#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Decodes the pixels of every DICOM file of a folder with decoders that Chartline does not use for them.

usage: reference_pixels.py FOLDER [JOBS]

Writes for each file with pixel data one line of JSON to standard output, and behind it `bytes` bytes of samples: frame by frame,
row by row, little endian. {"path", "syntax", "reference", "dtype", "frames", "bytes"}, or {"path", "syntax", "error", "bytes": 0}.
What is meant by a sample:

- one sample a pixel: the stored value, its unused bits dropped and its sign extended (a palette's index stays one);
- three: red, green, blue of 8 bits; deeper ones are scaled, YBR_FULL is converted by PS3.3 C.7.6.3.1.2.

The decoders: pydicom (native, RLE), zlib (deflated frames), dcmdjpls with the CharLS of DCMTK (JPEG-LS), GDCM (JPEG lossless and of
12 bits, JPEG 2000), dcmdjpeg (JPEG baseline), opj_decompress (HTJ2K, single bits).
"""
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import warnings
import zlib

import numpy
import pydicom
from pydicom.encaps import generate_pixel_data
from pydicom.pixel_data_handlers import gdcm_handler, numpy_handler, rle_handler
from pydicom.pixel_data_handlers.util import convert_color_space, reshape_pixel_array

JPEG_LOSSY = {"1.2.840.10008.1.2.4.50"}
JPEG_DEEP = {"1.2.840.10008.1.2.4." + n for n in ("51", "53", "55", "57", "70")}
JPEG_LS = {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"}
JPEG_2000 = {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"}
HTJ2K = {"1.2.840.10008.1.2.4." + n for n in ("201", "202", "203")}
RLE = "1.2.840.10008.1.2.5"
DEFLATED_FRAME = "1.2.840.10008.1.2.8.1"
PIXELS = (0x7FE00010, 0x7FE00008, 0x7FE00009)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def frame_count(ds):
    try:
        return max(1, int(ds.get("NumberOfFrames", 1) or 1))
    except (ValueError, TypeError):
        return 1


def converted(path, tool):
    """The data set with the pixels that a command-line tool has decoded."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.dcm")
        run(*tool, path, out)
        ds = pydicom.dcmread(out)
        ds.PixelData  # read before the file goes
        return ds


def native(ds):
    """Frames of samples as pydicom reads native pixel data; always with an axis of frames."""
    if ds.get("BitsAllocated") == 1:
        count = ds.Rows * ds.Columns * frame_count(ds)
        bits = numpy.unpackbits(numpy.frombuffer(ds.PixelData, "u1"), bitorder="little")[:count]
        return bits.reshape(frame_count(ds), ds.Rows, ds.Columns)
    return shaped(ds, numpy_handler.get_pixeldata(ds))


def shaped(ds, flat):
    frames = reshape_pixel_array(ds, flat)
    return frames if frame_count(ds) > 1 else frames[numpy.newaxis]


def unpacked(ds, data):
    bits = numpy.unpackbits(numpy.frombuffer(data, "u1"), bitorder="little")
    return bits[: ds.Rows * ds.Columns].reshape(ds.Rows, ds.Columns)


def deflated_frames(ds):
    frames = []
    for fragments in generate_pixel_data(ds.PixelData, frame_count(ds)):
        data = zlib.decompressobj(-15).decompress(b"".join(fragments))
        frames.append(unpacked(ds, data))
    return numpy.stack(frames)


def rle_frames(ds):
    if ds.BitsAllocated > 1:
        return shaped(ds, rle_handler.get_pixeldata(ds))
    frames = []
    size = (ds.Rows * ds.Columns + 7) // 8
    for fragments in generate_pixel_data(ds.PixelData, frame_count(ds)):
        data = b"".join(fragments)
        frames.append(unpacked(ds, bytes(rle_handler._rle_decode_segment(data[64:]))[:size]))
    return numpy.stack(frames)


def read_netpbm(path):
    with open(path, "rb") as stream:
        data = stream.read()
    magic, rest = data.split(None, 1)
    numbers = []
    while len(numbers) < 3:
        if rest.startswith(b"#"):
            rest = rest.split(b"\n", 1)[1]
            continue
        digits = rest.split(None, 1)[0]
        numbers.append(int(digits))
        rest = rest[len(digits) + 1:]
    width, height, most = numbers
    samples = numpy.frombuffer(rest, ">u2" if most > 255 else "u1")
    return samples.reshape((height, width, 3) if magic == b"P6" else (height, width))


def openjpeg_frames(ds):
    frames = []
    for fragments in generate_pixel_data(ds.PixelData, frame_count(ds)):
        with tempfile.TemporaryDirectory() as folder:
            stream = os.path.join(folder, "in.j2k")
            with open(stream, "wb") as out:
                out.write(b"".join(fragments))
            picture = os.path.join(folder, "out." + ("ppm" if ds.SamplesPerPixel == 3 else "pgm"))
            run("opj_decompress", "-i", stream, "-o", picture)
            frame = read_netpbm(picture)
            if ds.BitsAllocated == 1:  # PGM has no single bits: 0 and 255
                frame = (frame > 0).astype("u1")
            frames.append(frame)
    return numpy.stack(frames)


def settled(ds, frames):
    """Drops the bits above High Bit and below the stored ones, and extends the sign."""
    if frames.dtype.kind == "f" or ds.SamplesPerPixel != 1:
        return frames
    stored = ds.BitsStored
    width = frames.dtype.itemsize * 8
    low = max(0, min(ds.HighBit, width - 1) + 1 - stored)
    if stored >= width or ds.BitsAllocated == 1:
        return frames
    cells = (frames.astype("i8") >> low) & ((1 << stored) - 1)
    if ds.PixelRepresentation == 1:
        cells = (cells ^ (1 << (stored - 1))) - (1 << (stored - 1))
    return cells.astype(frames.dtype)


def clipped(ds, frames, signed):
    """A lossy codec overshoots the stored bits where its own precision is higher."""
    least = -(1 << (ds.BitsStored - 1)) if signed else 0
    return frames.clip(least, least + (1 << ds.BitsStored) - 1)


def as_rgb(ds, frames, interpretation):
    if frames.dtype.itemsize > 1:
        most = (1 << ds.BitsStored) - 1
        frames = ((frames.astype("u8") * 255 + most // 2) // most).astype("u1")
    if interpretation.startswith("YBR_FULL"):
        frames = convert_color_space(frames, "YBR_FULL", "RGB", per_frame=True)
    return frames


def decode(path, ds, syntax):
    if syntax in JPEG_LS:
        try:
            other = converted(path, ["dcmdjpls"])
            return "dcmdjpls", native(other), other.PhotometricInterpretation
        except subprocess.CalledProcessError:  # does not read all depths
            return "gdcm", shaped(ds, gdcm_handler.get_pixeldata(ds)), ds.PhotometricInterpretation
    if syntax in JPEG_LOSSY:
        other = converted(path, ["dcmdjpeg"])
        return "dcmdjpeg", native(other), other.PhotometricInterpretation
    # GDCM takes each fragment for a frame.
    split = syntax in JPEG_2000 and any(len(f) > 1 for f in generate_pixel_data(ds.PixelData, frame_count(ds)))
    if syntax in JPEG_DEEP or (syntax in JPEG_2000 and ds.BitsAllocated > 1 and not (split and frame_count(ds) > 1)):
        try:
            return "gdcm", shaped(ds, gdcm_handler.get_pixeldata(ds)), "RGB"
        except Exception:
            if syntax in JPEG_2000:
                raise
            other = converted(path, ["dcmdjpeg"])
            return "dcmdjpeg", native(other), other.PhotometricInterpretation
    if syntax in HTJ2K or syntax in JPEG_2000:
        return "opj_decompress", openjpeg_frames(ds), "RGB"
    if syntax == RLE:
        return "pydicom", rle_frames(ds), ds.PhotometricInterpretation
    if syntax == DEFLATED_FRAME:
        return "zlib", deflated_frames(ds), ds.PhotometricInterpretation
    return "pydicom", native(ds), ds.PhotometricInterpretation


def reference(job):
    folder, name = job
    path = os.path.join(folder, name)
    warnings.simplefilter("ignore")
    answer = {"path": name, "syntax": "", "bytes": 0}
    try:
        ds = pydicom.dcmread(path, force=True)
        if "Rows" not in ds or not any(tag in ds for tag in PIXELS):
            return None
        syntax = str(ds.file_meta.get("TransferSyntaxUID", "1.2.840.10008.1.2"))
        answer["syntax"] = syntax
        if "SamplesPerPixel" not in ds:
            ds.SamplesPerPixel = 1
        signed = ds.get("PixelRepresentation") == 1  # pydicom changes it while it decodes JPEG 2000
        tool, frames, interpretation = decode(path, ds, syntax)
        if ds.SamplesPerPixel == 3:
            frames = as_rgb(ds, frames, interpretation)
        elif syntax in JPEG_2000 or syntax in HTJ2K:
            frames = clipped(ds, frames, signed)
        else:
            frames = settled(ds, frames)
        frames = frames.astype(frames.dtype.newbyteorder("<"))
        data = numpy.ascontiguousarray(frames).tobytes()
        answer.update(reference=tool, dtype=frames.dtype.str[1:], frames=frames.shape[0], bytes=len(data))
        return answer, data
    except Exception as error:  # a broken file of the collection: the test knows which
        answer["error"] = type(error).__name__ + ": " + str(error)[:200]
        return answer, b""


def main(folder, jobs):
    names = []
    for base, folders, files in os.walk(folder):
        folders.sort()
        names += [os.path.relpath(os.path.join(base, name), folder) for name in sorted(files)]
    with multiprocessing.Pool(jobs) as pool:
        for result in pool.imap(reference, [(folder, name) for name in names], chunksize=4):
            if result is None:
                continue
            answer, data = result
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2)
