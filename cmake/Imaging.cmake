# SPDX-License-Identifier: Apache-2.0
# The libraries of imaging, as targets that bring only what is used of each.
find_package(DCMTK 3.6.9 REQUIRED CONFIG)
add_library(chartline_dcmtk INTERFACE)
target_link_libraries(chartline_dcmtk INTERFACE
    DCMTK::dcmjpeg DCMTK::ijg8 DCMTK::ijg12 DCMTK::ijg16 DCMTK::dcmimgle DCMTK::dcmdata DCMTK::oflog DCMTK::ofstd DCMTK::oficonv)
add_library(chartline_dcmsr INTERFACE)
target_link_libraries(chartline_dcmsr INTERFACE DCMTK::dcmsr chartline_dcmtk)

foreach(module charls libopenjp2 openjph libjxl libjpeg libseccomp egl)
    string(REPLACE "lib" "" name ${module})
    string(TOUPPER ${name} name)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
endforeach()

# VTK's package asks for MPI's C library, which only its parallel parts use.
find_package(MPI COMPONENTS C)
find_package(VTK 9.3 REQUIRED COMPONENTS CommonCore CommonDataModel CommonExecutionModel ImagingCore RenderingCore
    RenderingOpenGL2 RenderingVolume RenderingVolumeOpenGL2)

find_package(ITK 5.4 REQUIRED COMPONENTS ITKCommon ITKRegistrationMethodsv4 ITKMetricsv4 ITKOptimizersv4 ITKTransform
    ITKImageGrid ITKSmoothing ITKThresholding ITKConnectedComponents ITKStatistics)
add_library(chartline_itk INTERFACE)
target_include_directories(chartline_itk SYSTEM INTERFACE ${ITK_INCLUDE_DIRS})
# ITK's own list brings FFTW and more, which rigid registration has no use for.
foreach(name ITKCommon ITKOptimizers ITKOptimizersv4 ITKSmoothing ITKStatistics ITKTransform itkvnl itkvnl_algo itkv3p_netlib itksys)
    find_library(${name}_LIBRARY NAMES ${name}-${ITK_VERSION_MAJOR}.${ITK_VERSION_MINOR} REQUIRED)
    target_link_libraries(chartline_itk INTERFACE ${${name}_LIBRARY})
endforeach()
